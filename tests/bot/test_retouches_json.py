"""What was done to lettering in a picture, as programs are told it."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.commands.version_json import version_object
from bot.conversation.retouches import retouch_lines
from bot.conversation.words import Words
from pipeline.domain.art import Brought
from pipeline.domain.forking import document_as_seen
from pipeline.domain.lettering import Eraser, Erasure, Hand, Replacement
from pipeline.domain.operation import EraseText
from pipeline.domain.report import Report
from pipeline.domain.version import Version
from pipeline.stages.came_from import came_from
from tests.paintings import painted
from tests.storage.orders import document

ERASURE = Erasure(eraser=Eraser.BUILTIN, erased=2, left=1, by_itself=True)
REPLACEMENT = Replacement(hand=Hand.TYPE, words="SEA", face="Anton", read="SEA")
TOLD = [
    {"kind": "erasure", "eraser": "builtin", "erased": 2, "left": 1, "tries": 1, "by_itself": True},
    {"kind": "replacement", "hand": "type", "words": "SEA", "face": "Anton", "read": "SEA",
     "fallback": False},
]  # fmt: skip


def retouched():
    made = painted(document(), "a" * 64)
    return replace(made, art=replace(made.art, retouches=(ERASURE, REPLACEMENT)))


def version(content):
    return Version(
        id="v2", cover="c", number=2, parent="v1", operation=EraseText(seed=1), raster="b" * 64,
        document=content, report=Report(checks=()), preview="c" * 64, job="j",
        made_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def test_a_version_tells_what_was_done_to_its_picture_oldest_first():
    assert version_object(version(retouched()), Words("en"))["art"]["retouches"] == TOLD


def test_words_that_were_lettered_into_a_picture_are_told_to_nobody_else():
    painted_one = retouched()
    brought_one = replace(painted_one, art=Brought(
        origin=painted_one.art.origin, retouches=painted_one.art.retouches))  # fmt: skip
    for content in (painted_one, brought_one):
        told = version_object(version(content), Words("en"), own=False)["art"]["retouches"]
        assert told == [TOLD[0], {**TOLD[1], "words": "", "read": ""}]


def test_a_fork_says_nothing_of_words_that_it_was_not_told():
    assert list(retouch_lines(document_as_seen(retouched()).art, Words("en"), last=True)) == []


def test_the_file_of_a_cover_tells_it_as_well():
    assert came_from(retouched())["retouches"] == TOLD
