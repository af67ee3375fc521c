"""What was done to lettering in a picture, as programs are told it."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.commands.version_json import version_object
from bot.conversation.words import Words
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


def test_a_version_tells_what_was_done_to_its_picture_oldest_first():
    version = Version(
        id="v2", cover="c", number=2, parent="v1", operation=EraseText(seed=1), raster="b" * 64,
        document=retouched(), report=Report(checks=()), preview="c" * 64, job="j",
        made_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip

    assert version_object(version, Words("en"))["art"]["retouches"] == TOLD


def test_the_file_of_a_cover_tells_it_as_well():
    assert came_from(retouched())["retouches"] == TOLD
