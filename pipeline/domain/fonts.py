"""Typefaces and pairings of them as data, read from plain tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.domain.layout import Align, Case
from pipeline.domain.words import Writing

Table = Mapping[str, Any]
Axes = tuple[tuple[str, float], ...]
SUITS = 0.4
FEWEST = 3
"""So many pairings are offered for every genre, and all that suit it at least this well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceSpec:
    """One font file.

    `korean` is what Koreans call its `family`, where they do. `package` is the importable package that carries `file`; None means that it comes with
    ArtiCover or, for an `optional` face, may be found among the system's fonts. `weight` is its
    weight where it has no such axis (400 regular, 700 bold). `kind` names the list of fallbacks
    for writings it lacks, `region` whose forms of Chinese characters it has. `stand_in` takes over a whole writing of which it lacks a letter.
    """

    name: str
    file: str
    family: str
    korean: str = ""
    kind: str = "sans"
    package: str | None = None
    weight: float = 400.0
    region: str = ""
    stand_in: str | None = None
    optional: bool = False

    def called(self, language: str) -> str:
        """Its family's name: the Korean one for `ko`, where there is one."""
        return self.korean if self.korean and language.partition("-")[0] == "ko" else self.family


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceUse:
    """How a pairing uses a face; `tracking` in ems, at the size that it is meant for."""

    face: str
    axes: Axes = ()
    case: Case = Case.AS_TYPED
    tracking: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """A face for the title and one for everything small.

    `largest` is the biggest title em as a fraction of the short side: a heavy grotesque may
    fill the width, a fine serif wants air. `leading` is added to what collision demands, in
    ems. `genres` maps names to how well the pairing suits them, 0 to 1. `align` is how the
    pairing looks best.
    """

    name: str
    writing: Writing
    title: FaceUse
    small: FaceUse
    genres: Mapping[str, float] = field(default_factory=dict[str, float])
    align: Align = Align.CENTRE
    largest: float = 0.16
    leading: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FontCatalogue:
    """All faces, pairings, and by kind the faces that are asked in turn for other writings.

    `reading` gives for a face that is only to be looked at one for running text beside it.
    """

    faces: Mapping[str, FaceSpec]
    pairings: tuple[Pairing, ...]
    fallbacks: Mapping[str, tuple[str, ...]]
    reading: Mapping[str, tuple[str, Axes]] = field(default_factory=dict[str, tuple[str, Axes]])

    def pairing(self, name: str) -> Pairing:
        """The pairing called `name`.

        Raises:
            KeyError: when there is none.
        """
        for pairing in self.pairings:
            if pairing.name == name:
                return pairing
        raise KeyError(name)

    def named_as(self, pairing: Pairing, language: str) -> str:
        """What people call a pairing: the family of its title, told apart by weight where needed.

        Korean families have their Korean names for `ko`.
        """
        family, weight = self._title(pairing)
        called = self.faces[pairing.title.face].called(language)
        alike = {self._title(other)[1] for other in self.pairings
                 if self._title(other)[0] == family}  # fmt: skip
        return f"{called} {_weight_name(weight)}" if len(alike) > 1 else called

    def family_as(self, family: str, language: str) -> str:
        """What people call a family; one that is here no more has its own name."""
        specs = (spec for spec in self.faces.values() if spec.family == family)
        return next((spec.called(language) for spec in specs), family)

    def _title(self, pairing: Pairing) -> tuple[str, float]:
        spec = self.faces[pairing.title.face]
        return spec.family, dict(pairing.title.axes).get("wght", spec.weight)

    def suiting(self, genre: str, writing: Writing, align: Align | None = None) -> list[Pairing]:
        """The pairings of `writing` that suit `genre`, best (and then those of `align`) first.

        At least `FEWEST` where there are as many, however badly the last of them suit.
        """
        asked = self.ranked(genre, writing, align)
        suiting = [pairing for pairing in asked if pairing.genres.get(genre, 0.0) >= SUITS]
        return suiting if len(suiting) >= FEWEST else asked[:FEWEST]

    def ranked(
        self, genre: str, writing: Writing, align: Align | None = None
    ) -> list[Pairing]:  # fmt: skip
        """All pairings of `writing`, those first that suit `genre` best, then those of `align`."""
        return sorted(
            (pairing for pairing in self.pairings if pairing.writing is writing),
            key=lambda p: (-p.genres.get(genre, 0.0), align not in {None, p.align}, p.name),
        )

    @staticmethod
    def from_tables(tables: Table) -> "FontCatalogue":
        """A catalogue from the tables `faces`, `pairings` and `fallbacks`.

        Raises:
            ValueError: for a pairing or fallback that names an unknown face.
            TypeError, KeyError: for a table with missing or unknown keys.
        """
        catalogue = FontCatalogue(
            faces={name: FaceSpec(name=name, **row) for name, row in tables["faces"].items()},
            pairings=tuple(_pairing(name, row) for name, row in tables["pairings"].items()),
            fallbacks={kind: tuple(names) for kind, names in tables["fallbacks"].items()},
            reading={name: (row["face"], _use(row).axes)
                     for name, row in tables.get("reading", {}).items()},
        )  # fmt: skip
        unknown = set(catalogue.named()) - set(catalogue.faces)
        if unknown:
            raise ValueError(f"unknown faces: {', '.join(sorted(unknown))}")
        return catalogue

    def named(self) -> Iterable[str]:
        """Every face that a pairing, a fallback or a stand-in names."""
        for pairing in self.pairings:
            yield from (pairing.title.face, pairing.small.face)
        for names in self.fallbacks.values():
            yield from names
        for name, (face, _) in self.reading.items():
            yield from (name, face)
        yield from (spec.stand_in for spec in self.faces.values() if spec.stand_in)


def _weight_name(weight: float) -> str:
    """The name of a weight (CSS Fonts 4, 2.2.1), the nearest hundred."""
    names = ("Thin", "ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold", "ExtraBold",
             "Black")  # fmt: skip
    return names[min(9, max(1, round(weight / 100))) - 1]


def _pairing(name: str, row: Table) -> Pairing:
    rest = {key: row[key] for key in ("genres", "largest", "leading") if key in row}
    return Pairing(
        name=name,
        writing=Writing(row["writing"]),
        title=_use(row["title"]),
        small=_use(row["small"]),
        align=Align(row.get("align", Align.CENTRE)),
        **rest,
    )


def _use(row: Table) -> FaceUse:
    axes = tuple((tag, float(value)) for tag, value in row.get("axes", {}).items())
    case = Case(row.get("case", Case.AS_TYPED))
    return FaceUse(face=row["face"], axes=axes, case=case, tracking=row.get("tracking", 0.0))
