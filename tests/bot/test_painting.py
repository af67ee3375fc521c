"""Painted covers at the terminal: asking for them, and what is told of them."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.__main__ import main, stocked_workshop
from bot.commands.nexts import nexts
from bot.commands.version_json import version_object
from bot.conversation.account import heard, remarks
from bot.conversation.language import LANGUAGES
from bot.conversation.provenance import origin
from bot.conversation.words import Words
from pipeline.domain.operation import Paint
from pipeline.domain.version import Version
from pipeline.workshop.easel import Easel
from tests.bot.installation import settle
from tests.conversation.covers import painted, report
from tests.conversation.place import cover_document
from tests.paintings import aside_of

BOOK = ("--title", "The Quiet Lantern", "--genre", "mystery", "--json")


def version(**facts):
    """A painted version, with what a painting tells besides."""
    bare = Version(
        id="k3f8a2b4cd", cover="m7p2x9w3hn", number=1, parent=None, operation=Paint(seed=5),
        document=cover_document(), report=report(("resolution", "fail")), raster="a" * 64,
        preview="b" * 64, job="j", made_at=datetime(2026, 1, 2, tzinfo=UTC),
    )  # fmt: skip
    return replace(bare, document=painted(bare, **facts))


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys):
    """The error of a command line, in a data folder without a model."""
    settle(monkeypatch, tmp_path)

    def run(*arguments, language="en"):
        assert main(["cover", *BOOK, *arguments, "--lang", language]) == 2
        return json.loads(capsys.readouterr().out)["error"]

    return run


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("options", "named"),
    [(("--from", "a.jpg", "--art", "b.jpg"), "--art"),
     (("--from", "a.jpg", "--engine", "illustrator"), "--engine painter"),
     (("--art", "a.jpg", "--engine", "painter"), "--from"),
     (("--engine", "sdxl"), "illustrator, painter")],
    ids=lambda one: " ".join(one[::2]) if isinstance(one, tuple) else "",
)  # fmt: skip
def test_what_contradicts_itself_is_said_in_one_sentence(typed, options, named, language):
    error = typed(*options, language=language)
    assert error["code"] == "usage"
    assert named in error["message"]
    assert "\n" not in error["message"]


def test_a_model_that_goes_while_a_place_is_open_takes_no_drawing_along(tmp_path, monkeypatch):
    monkeypatch.setenv("ARTICOVER_PAINTER", "on")
    monkeypatch.setenv("ARTICOVER_MODEL", str(tmp_path / "gone"))
    easel = Easel(model="gone")
    assert stocked_workshop(tmp_path / "blobs", easel).easel is easel


def test_where_no_model_is_who_asks_for_one_hears_it(typed):
    assert typed("--engine", "painter")["code"] == "painter-missing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_version_tells_all_that_paints_it_again(language):
    told = " ".join(says for _, says in origin(version(source="c" * 64, strength=0.6), {},
                                               Words(language)))  # fmt: skip
    for fact in ("CompVis/stable-diffusion-v1-4", "512 × 768 px", "4711", "dpm++", "30", "7.5",
                 "ink-wash", "a lighthouse", "She never wrote back.", "cpu, float32", "8*30",
                 "cccccccccccc", "60%"):  # fmt: skip
        assert fact in told


def test_who_is_not_its_owner_reads_nothing_of_the_brief():
    rows = " ".join(says for _, says in origin(version(), {}, Words("en"), own=False))
    told = json.dumps(version_object(version(), Words("en"), own=False)["art"])
    for text in (rows, told):
        assert "She never wrote back." not in text
        assert "4711" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_painted_for_spine_and_back_is_told_and_the_words_for_it_to_its_owner(language):
    back = aside_of("d" * 64)
    made = version(extensions=back.extensions)
    made = replace(
        made, document=replace(made.document, art=replace(made.document.art, aside=back))
    )
    words = Words(language)
    assert "2240 × 3072 px" in " ".join(says for _, says in origin(made, {}, words))
    for own in (True, False):
        art = version_object(made, words, own=own)["art"]
        told = [*art["aside"]["extensions"], *art["painting"]["extensions"]]
        assert ["prompt" in one for one in told] == [own, own]


def test_a_program_gets_the_whole_painting():
    painting = version_object(version(), Words("en"))["art"]["painting"]
    assert painting["prompt"] == "a lighthouse"
    assert painting["left_out"] == ("She never wrote back.",)
    assert painting["record"]["buckets"] == "8*30"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_understood_is_told_once_for_all_options(language):
    lines = list(heard([version(), version()], Words(language)))
    assert len(lines) == 2
    assert "a lighthouse, the sea" in lines[0]
    assert "She never wrote back." in lines[1]
    assert not list(heard([version(understood=(), left_out=())], Words(language)))


@pytest.mark.parametrize(("language", "wrong"), [("en", "larger picture"), ("ko", "큰 그림")])
def test_few_pixels_are_not_called_the_authors_fault(language, wrong):
    (remark,) = remarks(version(), Words(language))
    assert "DPI" in remark
    assert wrong not in remark


def test_a_painted_cover_may_be_varied_next():
    assert "vary" in [name for _, name in nexts(Paint(seed=1), ["k3f8a2b4cd"])]
