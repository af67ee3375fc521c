import json

import click
import pytest

from bot.__main__ import main
from bot.commands.brief_source import LARGEST_BYTES, read_file
from bot.commands.finding import folder_name
from bot.conversation.words import Words
from config.formats import load_formats
from pipeline.domain.brief import read_brief
from pipeline.domain.brief_file import brief_text

WORDS = Words("en")


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("none.toml", None, "no such file"),
        ("latin.toml", "title = 'Über'".encode("latin-1"), "not UTF-8"),
        ("huge.toml", b"#" * (LARGEST_BYTES + 1), "larger than 1 MB"),
    ],
)
def test_a_file_that_is_no_brief_is_refused_with_the_reason(name, content, part, tmp_path):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(click.BadParameter, match=part):
        read_file(path, WORDS)


def test_a_folder_is_no_brief(tmp_path):
    with pytest.raises(click.BadParameter, match="it is a folder"):
        read_file(tmp_path, WORDS)


def test_an_option_overrules_the_file_whatever_the_key_is_spelt_like(tmp_path, capsys):
    brief = tmp_path / "책.json"
    brief.write_text('{"제목": "A", "판형": "신국판", "시안": 2}', encoding="utf-8")

    ended = main(["cover", "--brief", str(brief), "--format", "1:9", "--json"])

    error = json.loads(capsys.readouterr().out)["error"]
    assert (ended, error["code"]) == (2, "format-ratio-range")


def test_the_kept_brief_says_the_same_as_the_one_it_was_made_from():
    given = {"title": "섬", "author": "A, B", "format": "신국판", "options": 2, "summary": "s"}
    brief = read_brief(given, load_formats())

    kept = json.loads(brief_text(brief, seed=77))

    again = read_brief(kept, load_formats())
    assert again.seed == 77
    assert {
        key: getattr(again, key) for key in ("title", "author", "format", "options", "language")
    } == {key: getattr(brief, key) for key in ("title", "author", "format", "options", "language")}


@pytest.mark.parametrize(
    ("title", "folder"),
    [
        ("The Quiet Lantern", "the-quiet-lantern"),
        ("섬의 우체부", "섬의-우체부"),
        ("../../etc/passwd", "etc-passwd"),
        ("...", "untitled"),
        ("a" * 300, "a" * 60),
    ],
)
def test_a_title_becomes_a_folder_that_stays_where_it_belongs(title, folder):
    assert folder_name(title) == folder
