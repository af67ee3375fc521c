"""What each option of a painted brief is about, so that four options are four ideas.

They differ in the motif that leads, in the view, the medium, the light and the palette, and in the
side on which the title gets its room.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import numpy as np

from pipeline.domain.arrangement import WIDE
from pipeline.domain.concept import Concept, SightKind
from pipeline.domain.genre import Genre
from pipeline.stages.motifs import ABSTRACT
from pipeline.stages.paintable import Paintable

T = TypeVar("T")

OBJECT_VIEWS = ("still life, centred", "close-up, shallow depth of field", "seen from above on a plain surface",
                "low angle, lit from one side", "single object on a plain background")  # fmt: skip
ROOM_VIEWS = ("view across the room", "close-up, shallow depth of field", "seen through the doorway",
              "intimate detail at eye level")  # fmt: skip
BEING_VIEWS = ("full figure seen from behind, small in a wide scene", "dark silhouette against the light",
               "seen from the side", "far away in a vast setting", "close view, looking away")  # fmt: skip
PLACE_VIEWS = ("wide establishing shot", "seen from far away", "dramatic low angle",
               "panoramic view at eye level", "framed by dark shapes at the edges")  # fmt: skip
DARK_PALETTES = ("deep blue and amber colours", "black and crimson colours", "teal and copper colours",
                 "dark violet and silver colours", "muted grey-green colours")  # fmt: skip
LIGHT_PALETTES = ("cream and coral colours", "pale blue and white colours", "soft yellow and green colours",
                  "peach and lavender colours", "warm white and terracotta colours")  # fmt: skip
PALETTES = ("muted earth colours", "deep blue and gold colours", "soft grey and ochre colours",
            "faded teal and cream colours", "warm brown and ivory colours")  # fmt: skip
INSIDE = frozenset({"interior"})
AGAIN = 0.6
"""What a motif is still worth as a lead after every time that it led."""
WEAK = 0.35
"""A motif with less than this share of the best one's score never leads."""
UNSEEN = 0.6
"""What a motif that nobody can see (a crime, a family) is worth as a lead beside a thing."""
INDOORS = frozenset({"seoul-subway", "jazz", "library", "bakery", "cafe", "restaurant", "school"})
"""What a model paints from within, though it is drawn from without."""
FLAT_COLOURS = frozenset({"comics", "childrens"})
_ASKED = re.compile(
    r"\b(?:titles?|text|letters|lettering|words|space|room)\b[^.,;]{0,30}?\b(?P<en>top|above|upper|bottom|below"
    r"|lower|foot|left|right)\b|(?:제목|글자|글씨|여백)[^.,;]{0,12}?(?P<ko>위|상단|아래|하단|왼쪽|좌측|오른쪽|우측)",
    re.IGNORECASE,
)


def place_of(lead: Concept) -> str | None:
    """The kind of place that a motif is painted in: its setting, or a room where it has one."""
    return "interior" if lead.name in INDOORS else lead.setting


class Zone(StrEnum):
    """Where a picture leaves room for the title."""

    HEAD = "head"
    FOOT = "foot"
    LEFT = "left"
    RIGHT = "right"


_SIDES = {
    Zone.HEAD: ("top", "above", "upper", "위", "상단"),
    Zone.FOOT: ("bottom", "below", "lower", "foot", "아래", "하단"),
    Zone.LEFT: ("left", "왼쪽", "좌측"),
    Zone.RIGHT: ("right", "오른쪽", "우측"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """One idea: the `lead` (None: nothing in particular) with those that may stand beside it, and how."""

    lead: Concept | None
    beside: tuple[Concept, ...] = ()
    view: str
    medium: str
    light: str
    palette: str
    zone: Zone


def emphases(
    subject: Paintable, genre: Genre, requirements: str, aspect: float, count: int, seed: int,
    seen: Sequence[str] = (),
) -> list[Emphasis]:  # fmt: skip
    """`count` ideas, the best first; the same seed gives the same ones.

    What the prompts that were `seen` say counts as used.
    """
    rng = np.random.default_rng((seed, count))
    turns = _Turns(seen)
    zones = _zones(requirements, aspect)
    dark = subject.wishes.dark if subject.wishes.dark is not None else genre.dark
    media = _mixed(_media(subject, genre), rng)
    lights, palettes = _mixed(genre.paint.lights, rng), _mixed(_palettes(dark, genre), rng)
    kinds: tuple[tuple[str, ...], ...] = (OBJECT_VIEWS, ROOM_VIEWS, BEING_VIEWS, PLACE_VIEWS, ())
    views: dict[tuple[str, ...], tuple[str, ...]] = {kind: _mixed(kind, rng) for kind in kinds}
    made: list[Emphasis] = []
    for number in range(count):
        lead = turns.lead(subject.motifs)
        beside = tuple(concept for concept, _ in subject.motifs if concept is not lead)
        made.append(Emphasis(
            lead=lead, beside=beside[number % max(1, len(beside)) :] + beside[: number % max(1, len(beside))],
            view=turns.next(views[_views_of(lead, subject)]), medium=turns.next(media),
            light=turns.next(lights), palette=turns.next(palettes), zone=zones[number % len(zones)],
        ))  # fmt: skip
    return made


class _Turns:
    """What was used how often, so that the next takes what was used least."""

    def __init__(self, seen: Sequence[str]) -> None:
        self._seen = [prompt.lower() for prompt in seen]
        self._used: dict[str, int] = {}

    def lead(self, motifs: Sequence[tuple[Concept, float]]) -> Concept | None:
        """The best motif that has not led yet, if it is not much weaker."""
        if not motifs:
            return None
        seen = [(c, score * (UNSEEN if c.name in ABSTRACT else 1.0)) for c, score in motifs]
        best = max(score for _, score in seen)
        able = [(c, score) for c, score in seen if score >= WEAK * best]
        concept = max(able, key=lambda pair: pair[1] * AGAIN ** self._times(pair[0].paint))[0]
        self._take(concept.paint)
        return concept

    def next(self, of: Sequence[str]) -> str:
        """The first of those that were used least."""
        if not of:
            return ""
        found = min(of, key=self._times)
        self._take(found)
        return found

    def _times(self, words: str) -> int:
        return self._used.get(words, 0) + sum(words.lower() in prompt for prompt in self._seen)

    def _take(self, words: str) -> None:
        self._used[words] = self._used.get(words, 0) + 1


def _mixed(of: Sequence[str], rng: np.random.Generator) -> tuple[str, ...]:
    return tuple(of[int(i)] for i in rng.permutation(len(of)))


def _media(subject: Paintable, genre: Genre) -> tuple[str, ...]:
    """What the author asks for, or the usual of the genre."""
    asked = tuple(sight.paint for sight in subject.sights if sight.kind is SightKind.MEDIUM)
    return asked or genre.paint.media


def _palettes(dark: bool | None, genre: Genre) -> tuple[str, ...]:
    if genre.name in FLAT_COLOURS:
        return ("bright saturated colours", *LIGHT_PALETTES)
    if dark is None:
        return PALETTES
    return DARK_PALETTES if dark else LIGHT_PALETTES


def _views_of(lead: Concept | None, subject: Paintable) -> tuple[str, ...]:
    if lead is None:
        return PLACE_VIEWS if subject.sight(SightKind.WHERE) else ()
    if lead.place:
        return PLACE_VIEWS
    if lead.person or (lead.paint.split()[0] == "a" and lead.name in BEINGS):
        return BEING_VIEWS
    place = place_of(lead)
    return OBJECT_VIEWS if place is None else ROOM_VIEWS if place in INSIDE else PLACE_VIEWS


BEINGS = frozenset(
    """wolf fox gumiho deer horse dog cat lion tiger bear rabbit owl raven swan crane elephant detective
    spy witch knight samurai cowboy wanderer pilgrim astronaut robot ghost fairy mermaid haenyeo hanbok dance
    singer magician mother childhood love wedding pursuit running hiking angel umbrella unicorn teacher
    boxing jazz""".split()  # noqa: SIM905 (words read better as text)
)
"""Leads that are somebody: an animal or a person."""


def _zones(requirements: str, aspect: float) -> tuple[Zone, ...]:
    """Where the title shall stand, option by option: as it is asked for, or where there is most room."""
    found = _ASKED.search(requirements)
    if found:
        side = (found["en"] or found["ko"]).lower()
        return (next(zone for zone, names in _SIDES.items() if side in names),)
    if aspect >= WIDE:
        return (Zone.LEFT, Zone.RIGHT)
    return (Zone.HEAD, Zone.HEAD, Zone.FOOT)
