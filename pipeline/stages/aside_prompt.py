"""What a model is asked to paint beside a finished picture: its world, and nothing that it is about.

That is on the front, and nowhere else: the words that are taken tell of places, light and colours.
"""

import re
from collections.abc import Iterable, Sequence

import numpy as np

from pipeline.domain.concept import Sight, SightKind
from pipeline.domain.genre import Genre
from pipeline.ports.lettering import Pixels
from pipeline.stages.colour_names import colour_named
from pipeline.stages.emphasis import DARK_PALETTES, LIGHT_PALETTES, PALETTES
from pipeline.stages.paintable import Paintable
from pipeline.stages.prompt import Room
from pipeline.stages.prompt_words import (
    AGAINST_FRAMES,
    AGAINST_LETTERING,
    AGAINST_PEOPLE,
    AGAINST_UNSAFE,
    DARK,
    LIGHT,
    room_in,
)

CALM = "empty scenery, calm background, nothing in the foreground"
_AGAINST = (AGAINST_LETTERING, AGAINST_PEOPLE, AGAINST_UNSAFE, AGAINST_FRAMES)
_WISHED = re.compile(r"colour palette of [^,]+")
_PLACES = (SightKind.WHERE, SightKind.WHEN, SightKind.WEATHER)


def aside_prompt(
    prompt: str,
    edge: Pixels,
    genre: Genre,
    sights: Sequence[Sight],
    triggers: Sequence[str],
    room: Room,
) -> str:
    """The prompt for what lies beside a picture that was painted of `prompt`, or of which that is told.

    Of that only words are taken that name no thing and nobody. `edge`, (height, width, 3), is what the
    picture is like where it ends. What finds no room is left out, the last first.
    """
    places = " ".join(_said(prompt, (one.paint for one in sights if one.kind in _PLACES)))
    media = (*(one.paint for one in sights if one.kind is SightKind.MEDIUM), *genre.paint.media)
    lights = (
        DARK,
        LIGHT,
        *(one.paint for one in sights if one.kind is SightKind.LIGHT),
        *genre.paint.lights,
    )
    palettes = (*PALETTES, *DARK_PALETTES, *LIGHT_PALETTES)
    parts = (
        ", ".join(triggers), room_in(prompt) or f"{_colour_of(edge)} background",
        places and f"scenery {places}", CALM, *_said(prompt, media)[:1],
        *(_WISHED.findall(prompt) or _said(prompt, palettes))[:1], *_said(prompt, lights)[:1], *_said(prompt, (genre.paint.mood,)),
    )  # fmt: skip
    return _fitting([part for part in parts if part], room)


def surroundings_told(subject: Paintable, genre: Genre) -> str:
    """What a brief tells of the world round a picture that no prompt is known of: one that was brought.

    Its colours are not the brief's, and its medium only where the brief names it.
    """
    kinds = (*_PLACES, SightKind.MEDIUM, SightKind.LIGHT)
    told = [sight.paint for kind in kinds if (sight := subject.sight(kind))]
    return ", ".join((*told, genre.paint.mood))


def aside_negative(room: Room) -> str:
    """What must not be seen there: lettering above all, and nobody."""
    return _fitting(_AGAINST, room)


def _fitting(parts: Sequence[str], room: Room) -> str:
    """The parts that find room, the first at least."""
    said = list(parts)
    while len(said) > 1 and room.count(", ".join(said)) > room.tokens:
        said.pop()
    return ", ".join(said)


def _said(prompt: str, phrases: Iterable[str]) -> list[str]:
    """Which of the phrases a prompt has as whole words, in the order in which it says them."""
    found: dict[str, int] = {}
    for phrase in phrases:
        if phrase and (hit := re.search(rf"\b{re.escape(phrase)}\b", prompt)):
            found.setdefault(phrase, hit.start())
    return sorted(found, key=found.__getitem__)


def _colour_of(edge: Pixels) -> str:
    middle = np.median(edge.reshape(-1, 3), axis=0)
    return colour_named("#" + bytes(int(value) for value in middle).hex(), "en")
