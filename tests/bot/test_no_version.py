"""What is said to who names no version, or has none."""

import pytest

from bot.__main__ import main
from tests.bot.installation import settle


@pytest.mark.parametrize("arguments", [
    ("print", ""), ("export", " "), ("compare", "k3f8a2b4cd", ""), ("upscale", ""), ("cancel", ""),
])  # fmt: skip
@pytest.mark.parametrize(("language", "said"), [("en", "is missing"), ("ko", "빠진 것")])
def test_a_word_with_nothing_in_it_is_missing(
    tmp_path, monkeypatch, capsys, arguments, language, said
):
    settle(monkeypatch, tmp_path)

    assert main([*arguments, "--lang", language]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("language", "said"), [("en", "eBook alone"), ("ko", "전자책만")])
def test_an_ebook_needs_no_printer(tmp_path, monkeypatch, capsys, language, said):
    settle(monkeypatch, tmp_path)

    assert main(["print", "last", "--for", "ebook", "--lang", language]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("command", ["print", "preflight", "upscale"])
def test_help_begins_with_what_a_command_is_for_and_leaves_no_word_without_a_meaning(
    tmp_path, monkeypatch, capsys, command
):
    settle(monkeypatch, tmp_path)

    main([command, "--help", "--lang", "en"])

    lines = capsys.readouterr().out.splitlines()
    assert not {"  VERSION", "  FILE|VERSION", "  PICTURE|VERSION"} & set(lines)
    assert [line for line in lines if line.endswith(":") and line[0] != " "][-1] == "Options:"


def test_who_has_no_covers_is_told_how_to_make_one(tmp_path, monkeypatch, capsys):
    settle(monkeypatch, tmp_path)

    assert main(["print", "last", "--for", "a5", "--pages", "90", "--lang", "en"]) == 2
    assert "articover cover" in capsys.readouterr().err
