"""Forgetting oneself, as it is typed."""

import json

import pytest

from bot.__main__ import main

pytestmark = pytest.mark.commands


def test_forgetting_takes_every_cover_and_picture_away(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ARTICOVER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ARTICOVER_WORKERS", "1")
    monkeypatch.setenv("ARTICOVER_LANG", "en")
    main(["cover", "--title", "A", "--options", "1", "--preview", "--out", str(tmp_path / "out")])
    capsys.readouterr()

    assert main(["forget", "--yes", "--json"]) == 0
    gone = json.loads(capsys.readouterr().out)
    assert main(["history"]) == 0

    assert (gone["covers"], gone["versions"], gone["jobs"]) == (1, 1, 1)
    assert gone["pictures"] >= 2
    assert "You have no covers yet" in capsys.readouterr().out
    assert not [path for path in (tmp_path / "data" / "blobs").rglob("*") if path.is_file()
                and len(path.name) == 64]  # fmt: skip
    assert list((tmp_path / "out").iterdir()), "files in a person's folders stay"
