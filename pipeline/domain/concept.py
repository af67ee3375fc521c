"""Motifs and sights: what a summary can be about and what a cover can show of it."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A curated motif.

    `icon` names the emblem used as foil, print, mask or pattern, never inside a scene.
    `scene` names the drawn scenery that shows it (a key of the illustrator's props) and
    `setting` the place it belongs to; both are None where drawing it would look wrong.
    `person` says that the emblem itself shows somebody. `english` and `korean` are the words that
    name it, "*" for any further letters; those that are also `uncertain` have other senses. A `place` is
    shown by its setting itself, with no prop in it. `paint` is what a model is asked for, in
    English: things that can be seen.
    """

    name: str
    gloss: str
    english: tuple[str, ...]
    korean: tuple[str, ...]
    icon: str | None = None
    scene: str | None = None
    setting: str | None = None
    person: bool = False
    uncertain: tuple[str, ...] = ()
    place: bool = False
    paint: str = ""

    def label(self, language: str) -> str:
        """Its first keyword, Korean for `ko` and English for every other language."""
        words = self.korean if language.partition("-")[0] == "ko" else self.english
        return words[0].strip("*")


class SightKind(StrEnum):
    """What a sight tells of a picture."""

    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    WEATHER = "weather"
    LIGHT = "light"
    MEDIUM = "medium"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a painted picture can have besides motifs: somebody, a place, a time, light, a medium.

    `english` and `korean` are the words that name it, as those of a `Concept`; `paint` is what a
    model is asked for, in English.
    """

    name: str
    kind: SightKind
    paint: str
    english: tuple[str, ...]
    korean: tuple[str, ...]
    uncertain: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """Its first keyword, Korean for `ko` and English for every other language."""
        words = self.korean if language.partition("-")[0] == "ko" else self.english
        return words[0].strip("*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the author's requirements ask for, read from free text.

    `colours` are `#rrggbb`, most wanted first. `wanted` and `unwanted` are concept names.
    """

    colours: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    people: bool = True
    minimal: bool = False
    dark: bool | None = None
