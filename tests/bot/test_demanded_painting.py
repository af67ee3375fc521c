"""A place where covers shall be painted, and whose model is not there."""

import json

import pytest

from bot import __main__ as root
from bot.__main__ import main
from tests.bot.installation import settle


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys):
    settle(monkeypatch, tmp_path)
    monkeypatch.setenv("ARTICOVER_PAINTER", "on")
    monkeypatch.setattr("bot.doctor.choosing.extra_installed", lambda: True)
    monkeypatch.setenv("ARTICOVER_MODEL", str(tmp_path / "gone"))
    root._painting.cache_clear()

    def run(*arguments):
        code = main([*arguments, "--lang", "en"])
        return code, capsys.readouterr()

    yield run
    root._painting.cache_clear()


def test_what_needs_no_model_is_done_as_ever(typed):
    assert typed("history", "--json")[0] == 0


def test_an_order_to_paint_and_a_service_say_what_is_missing(typed):
    code, told = typed("cover", "--title", "X", "--options", "1", "--json")
    assert (code, json.loads(told.out)["error"]["code"]) == (5, "model-missing")

    code, told = typed("work")
    assert code == 5
    assert "gone" in told.err
