"""Strips that a conversation has drawn."""

import asyncio
import io

import pytest
from PIL import Image

from bot.__main__ import _own_library
from bot.conversation.strips import Strips
from pipeline.domain.errors import PictureError
from pipeline.stages import strip as stage


def picture(shade, size=(200, 300)):
    file = io.BytesIO()
    Image.new("RGB", size, (shade, 40, 90)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def shrunk(monkeypatch):
    """How many pictures were made small, each time."""
    counts = []
    real = stage.thumbnails

    def counted(pictures):
        counts.append(len(pictures))
        return real(pictures)

    monkeypatch.setattr(stage, "thumbnails", counted)
    return counts


async def test_a_strip_is_a_jpeg_with_room_for_what_is_missing():
    made = await Strips(_own_library).drawn([picture(1), None], ["A", "바다"])
    assert Image.open(io.BytesIO(made)).format == "JPEG"


async def test_what_was_seen_before_is_not_read_again(shrunk):
    strips = Strips(_own_library)
    first = await strips.drawn([picture(1), picture(2)], ["A", "B"])
    assert await strips.drawn([picture(1), picture(2)], ["A", "B"]) == first
    await strips.drawn([picture(2), picture(3)], ["B", "C"])
    assert shrunk == [2, 0, 1]


async def test_what_was_not_seen_for_long_is_forgotten(shrunk):
    strips = Strips(_own_library, kept=2)
    for shade in (1, 2, 3, 1):
        await strips.drawn([picture(shade)], [""])
    assert shrunk == [1, 1, 1, 1]


async def test_more_than_is_remembered_can_be_shown(shrunk):
    strips = Strips(_own_library, kept=1)
    await strips.drawn([picture(shade) for shade in range(4)], list("ABCD"))
    assert shrunk == [4]


async def test_many_may_ask_at_once():
    strips = Strips(_own_library)
    each = (strips.drawn([picture(n % 3)], [f"Cover {n}"]) for n in range(6))
    assert len(set(await asyncio.gather(*each))) == 6


async def test_a_broken_picture_is_told_and_the_next_strip_is_drawn():
    strips = Strips(_own_library)
    with pytest.raises(PictureError):
        await strips.drawn([b"nothing"], [""])
    assert await strips.drawn([picture(1)], [""])
