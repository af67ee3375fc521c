"""The labelled briefs, and how well the choice of motifs does on them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from config.concepts import load_background, load_concepts
from pipeline.domain.genre import Genre
from pipeline.engines.sentence_encoder import UniversalSentenceEncoder
from pipeline.stages.motifs import Motifs, prepare

PLAIN = Genre(name="plain", english=("plain",), korean=("없음",))
"""A genre that favours nothing and changes no sense."""
FOLDER = Path(__file__).parent / "briefs"
SHOWN = 3
"""A cover shows at most this many motifs, so these are the ones that must be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One invented brief, the concepts that fit it, and which part of the set it is in."""

    part: str
    language: str
    title: str
    genre: str
    summary: str
    fits: tuple[str, ...]
    requirements: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How well a group of briefs fared.

    `precision` is the share of shown motifs (three at most a brief) that fit, over the briefs
    that have a fitting one, and `of_three` the same with every missing motif counted as wrong;
    `answered` the share of those that got any; `shown` how many on
    average; `false_hits` the share of briefs without a fitting motif that got one all the same.
    """

    briefs: int
    precision: float
    of_three: float
    answered: float
    shown: float
    false_hits: float


def labelled() -> list[Labelled]:
    """All briefs of all files, named PART_LANGUAGE.toml."""
    found: list[Labelled] = []
    for path in sorted(FOLDER.glob("*.toml")):
        part, language = path.stem.split("_")
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["brief"]:
            fits = tuple(table.pop("fits"))
            found.append(Labelled(part=part, language=language, fits=fits, **table))
    return found


@cache
def encoder() -> UniversalSentenceEncoder:
    """The real encoder, loaded once."""
    return UniversalSentenceEncoder()


@cache
def motifs() -> Motifs:
    """The real catalogue, prepared once."""
    return prepare(load_concepts(), load_background(), encoder())


def measure(briefs: list[tuple[Labelled, list[str]]]) -> Figures:
    """The figures of briefs with the concepts that were chosen for them, best first."""
    fitting = [(b.fits, chosen[:SHOWN]) for b, chosen in briefs if b.fits]
    empty = [chosen for b, chosen in briefs if not b.fits]
    shown = sum(len(chosen) for _, chosen in fitting)
    right = sum(name in fits for fits, chosen in fitting for name in chosen)
    return Figures(
        briefs=len(briefs),
        precision=right / max(1, shown),
        of_three=right / max(1, sum(min(SHOWN, len(fits)) for fits, _ in fitting)),
        answered=sum(bool(chosen) for _, chosen in fitting) / max(1, len(fitting)),
        shown=shown / max(1, len(fitting)),
        false_hits=sum(bool(chosen) for chosen in empty) / max(1, len(empty)),
    )
