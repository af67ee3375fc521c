import json

import pytest
from PIL import Image

from bot.__main__ import main
from tests.bot.installation import settle
from tests.prepress.pages import helvetica, pdf, text, wrap

pytestmark = pytest.mark.commands

WORDS = text(b"Lantern", wrap().front.x + 10, 50, 24)
TO = ("--for", "offset-80x110mm", "--pages", "200", "--paper", "100g")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    settle(monkeypatch, tmp_path)
    return tmp_path


def test_a_file_with_a_fault_ends_with_one_and_says_how_to_mend_it(folder, capsys):
    pdf(WORDS, size=(wrap().sheet.w + 20, wrap().sheet.h), resources=helvetica).save(
        folder / "cover.pdf"
    )

    ended = main(["preflight", str(folder / "cover.pdf"), *TO, "--lang", "en", "--json"])

    body = json.loads(capsys.readouterr().out)
    assert (ended, body["verdict"], body["target"]) == (1, "fail", "offset-80x110mm")
    failed = next(one for one in body["checks"] if one["code"] == "page-size")
    assert "Set the page to this size" in failed["mend"]


def test_a_file_that_is_not_there_is_told_in_one_sentence(folder, capsys):
    assert main(["preflight", str(folder / "none.pdf"), *TO, "--lang", "en"]) == 2
    assert "There is no file" in capsys.readouterr().err


def test_a_folder_is_called_one(folder, capsys):
    assert main(["preflight", str(folder), *TO, "--lang", "en"]) == 2
    assert f"{folder} is a folder" in capsys.readouterr().err


def test_a_printer_has_to_be_told(folder, capsys):
    assert main(["preflight", str(folder / "none.pdf"), "--lang", "en"]) == 2
    assert "--for" in capsys.readouterr().err


def test_words_for_the_back_are_no_matter_of_a_file(folder, capsys):
    pdf(WORDS, resources=helvetica).save(folder / "cover.pdf")

    assert (
        main(["preflight", str(folder / "cover.pdf"), *TO, "--blurb", "Night.", "--lang", "en"])
        == 2
    )
    assert "--blurb" in capsys.readouterr().err


def test_pages_that_nobody_told_are_asked_for_by_a_hint(folder, capsys):
    pdf(WORDS, resources=helvetica).save(folder / "cover.pdf")

    main(["preflight", str(folder / "cover.pdf"), *TO[:2], "--lang", "en", "--json"])

    assert "--pages" in json.loads(capsys.readouterr().out)["hints"][0]


def test_a_picture_is_checked_for_a_shop_of_ebooks(folder, capsys):
    Image.new("RGB", (1600, 2560), (40, 60, 90)).save(folder / "front.png")

    ended = main(
        ["preflight", str(folder / "front.png"), "--for", "ebook", "--lang", "en", "--json"]
    )

    body = json.loads(capsys.readouterr().out)
    assert (ended, body["target"]) == (1, "ebook")
    assert next(one for one in body["checks"] if one["verdict"] == "fail")["code"] == "shop-kind"


def test_that_a_paper_is_assumed_is_a_hint_and_no_objection(folder, capsys):
    pdf(WORDS, resources=helvetica).save(folder / "cover.pdf")

    main(["preflight", str(folder / "cover.pdf"), *TO, "--lang", "en", "--json"])
    assumed = json.loads(capsys.readouterr().out)
    main(["preflight", str(folder / "cover.pdf"), *TO[:-1], "spine 12mm", "--lang", "en", "--json"])
    told = json.loads(capsys.readouterr().out)

    assert "uncoated 100 g/m²" in assumed["hints"][0]
    assert told["hints"] == []
