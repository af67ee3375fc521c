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


def test_who_has_no_covers_is_told_how_to_make_one(tmp_path, monkeypatch, capsys):
    settle(monkeypatch, tmp_path)

    assert main(["print", "last", "--for", "a5", "--pages", "90", "--lang", "en"]) == 2
    assert "articover cover" in capsys.readouterr().err
