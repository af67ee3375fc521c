"""`articover print` of a painted cover, as it is typed: its back is painted once, with a tiny model."""

import json

import pytest

from bot.__main__ import main
from tests.bot.installation import Terminal, service, settle

COVER = ("--title", "The Quiet Lantern", "--author", "Anna Wren", "--options", "1", "--seed", "3", "--preview",
         "--format", "105x148mm", "--engine", "painter")  # fmt: skip


@pytest.fixture
def terminal(models, tmp_path, monkeypatch, capsys):
    """A terminal where the tiny model paints, and a cover of its own."""
    settle(monkeypatch, tmp_path)
    painter = {"PAINTER": "on", "MODEL": str(models / "sd1"), "DEVICE": "cpu", "STEPS": "2"}
    for name, value in painter.items():
        monkeypatch.setenv(f"ARTICOVER_{name}", value)
    with service(tmp_path / "service.log"):
        assert main(["cover", *COVER, "--out", str(tmp_path / "made")]) == 0
        yield Terminal(tmp_path, capsys)


def test_a_back_is_painted_once_and_printed_again_for_some_pages_more(terminal, tmp_path):
    told = [_printed(terminal, tmp_path / name, *more) for name, more in (
        ("first", ("--for", "105x148mm", "--pages", "200", "--weights", "draft")),
        ("again", ("--pages", "216",)),
    )]  # fmt: skip

    first, again = told
    assert first["fault"] == ""
    assert [one["record"]["model"] for one in first["extensions"]] == ["sd1"] * 2
    assert again == first
    ended, out, _ = terminal("tree", "last")
    assert ended == 0
    assert len(out.splitlines()) == 4, "the cover, what was enlarged of it, and that with its back"


def _printed(terminal, folder, *arguments):
    ended, out, err = terminal("print", "last", *arguments, "--out", folder)
    assert ended == 0, out + err
    (data,) = folder.glob("*.json")
    return json.loads(data.read_text())["outpainted"]
