"""Lettering that was looked for in painted covers, without looking."""

from dataclasses import replace

from bot.conversation.act import Verb, act
from pipeline.domain.found_json import LIST_NAME, PICTURE_NAME, found_json
from pipeline.domain.lettering import FoundText, TextLine
from tests.conversation.covers import cover_of, painted
from tests.conversation.place import picture, ticket
from tests.retouching import three_lines


async def painting_of(place, who, *retouches):
    """A painted cover of one version, its picture retouched so."""
    document = painted(await place.cover(who))
    art = replace(document.art, retouches=retouches)
    return await cover_of(place, who, replace(document, art=art))


def lines(count, words="Line {}", *, turned=False):
    """So many lines one under the other, each with words of its own."""
    made = [_line(words.format(at), at / (count + 2), turned) for at in range(1, count + 1)]
    return FoundText(lines=tuple(made), width_px=512, height_px=768, detector="craft")


def _line(said, top, turned):
    top, low = round(top, 3), round(top + 0.004, 3)
    corners = ((0.1, top), (0.9, top), (0.9, low), (0.1, low))
    return TextLine(polygon=corners, words=said, confidence=0.9, turned=turned)


def files_of(found):
    """What an order that found this brings."""
    return {PICTURE_NAME: picture(), LIST_NAME: found_json(found).encode()}


async def looked(place, who, version, what="erase", found=None):
    """What a press on the card orders, and how its result lands."""
    job = ticket(await who.press(act(Verb.FIND, version.id, what))).job
    return job, await finished(place, job, found)


async def finished(place, job, found=None):
    """The message of an order that looked for lettering, with this `found`, or three lines."""
    await place.made(job, 0, files=files_of(three_lines() if found is None else found))
    return await place.landed(job)


async def let_go(place, job):
    """What becomes of an order's files some time after they were brought."""
    await place.store.outbox.sent((await place.parcel(job)).delivery.id)
    await place.store.blobs.collect(place.store.references)
