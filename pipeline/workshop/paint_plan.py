"""What is painted for each option of a brief: found out in a worker, before anything is painted."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image

from pipeline.domain.adapter import Base
from pipeline.domain.brief import Brief
from pipeline.domain.errors import PaintError
from pipeline.domain.genre import Genre
from pipeline.domain.operation import Paint
from pipeline.domain.painting import AdapterUse, PaintRequest
from pipeline.domain.picture import LEAST_PX
from pipeline.domain.version import Sha
from pipeline.stages.crop import crops, cut
from pipeline.stages.emphasis import Emphasis, Zone, emphases
from pipeline.stages.extending import Extent, extent
from pipeline.stages.manners import Manners
from pipeline.stages.open_picture import Picture, open_kept
from pipeline.stages.paint_size import GROWN, TAUGHT_LONG, PaintSize, paint_size
from pipeline.stages.prompt import Prompt, prompt
from pipeline.workshop.easel import Easel
from pipeline.workshop.orders import child_rng
from pipeline.workshop.workshop import Workshop

SPARE = 2
"""So many further seeds are tried for a picture that the safety check held back."""
MOST_ADAPTERS, MOST_WEIGHT = 3, 1.2
"""Adapters are used together, at weights of at most this sum: more break a model."""
ANY_RATIO = 3.0
"""From a picture a model paints any ratio: its composition is there already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintPlan:
    """One option before it is painted.

    `spare` are seeds for when the safety check holds the picture back. `extent` is what the picture
    is continued to, `zone` where it was asked to leave room for the title (None: nowhere).
    `source` is the picture that it begins from.
    """

    request: PaintRequest
    prompt: Prompt
    extent: Extent
    zone: Zone | None
    spare: tuple[int, ...]
    source: Sha = ""
    strip_seeds: tuple[int, ...] = field(default=())


def paint_plans(
    workshop: Workshop, brief: Brief, operation: Paint, picture: bytes | None
) -> list[PaintPlan]:  # fmt: skip
    """A plan for every option of a brief, in a worker; the same operation makes the same plans.

    Raises:
        PaintError: `painter-missing`.
        PictureError: when the picture to begin from cannot be used.
        GenreError: for a genre that does not exist.
    """
    seeds = [f"paint-{number}" for number in range(brief.options)]
    begun = open_kept(picture, LEAST_PX) if picture else None
    return ideas_planned(workshop, brief, operation.seed, seeds, begun=begun,
                         strength=operation.strength)  # fmt: skip


def ideas_planned(
    workshop: Workshop, brief: Brief, seed: int, streams: Sequence[str], *,
    begun: Picture | None = None, strength: float = 1.0, seen: Sequence[str] = (),
) -> list[PaintPlan]:  # fmt: skip
    """A plan for each of the random `streams` of a seed: other ideas than the prompts that were `seen`.

    Raises:
        PaintError: `painter-missing`.
    """
    easel, genre = demand_easel(workshop), workshop.genre(brief)
    subject = workshop.paintable(brief, genre)
    uses, triggers = adapters_for(easel, genre, workshop.manners(brief))
    aspect = brief.format.aspect
    ideas = emphases(subject, genre, brief.requirements, aspect, len(streams), seed, seen)
    source, size = _beginning(workshop, easel, aspect, begun)
    made: list[PaintPlan] = []
    for stream, idea in zip(streams, ideas, strict=True):
        words = prompt(subject, genre, idea, triggers, workshop.prompt_room, brief.language)
        first = _request(easel, words, size, uses)
        request = first if source is None else replace(first, source=source, strength=strength)
        made.append(seeded(PaintPlan(
            request=request, prompt=words, extent=_extent(easel, size, aspect, idea, begun),
            zone=None if begun else idea.zone, spare=(), source=begun.sha256 if begun else "",
        ), seed, stream))  # fmt: skip
    return made


def demand_easel(workshop: Workshop) -> Easel:
    """What is known of the model.

    Raises:
        PaintError: `painter-missing`.
    """
    if workshop.easel is None:
        raise PaintError("painter-missing")
    return workshop.easel


def seeded(plan: PaintPlan, seed: int, stream: str) -> PaintPlan:
    """The plan with the seeds that the random `stream` of an operation's seed gives."""
    rng = child_rng(seed, stream)
    drawn = [int(one) for one in rng.integers(2**32, size=1 + SPARE + len(plan.extent.strips))]
    return replace(plan, request=replace(plan.request, seed=drawn[0]),
                   spare=tuple(drawn[1 : 1 + SPARE]), strip_seeds=tuple(drawn[1 + SPARE :]))  # fmt: skip


def _request(
    easel: Easel, words: Prompt, size: PaintSize, uses: tuple[AdapterUse, ...]
) -> PaintRequest:  # fmt: skip
    return PaintRequest(
        prompt=words.positive, negative=words.negative, width=size.width, height=size.height,
        seed=0, manner=easel.manner, adapters=uses,
    )  # fmt: skip


def grown(easel: Easel) -> float:
    """How much more than its area the model paints."""
    return GROWN if easel.base in {Base.SD1, Base.SD2} else TAUGHT_LONG


def _beginning(
    workshop: Workshop, easel: Easel, aspect: float, begun: Picture | None
) -> tuple[bytes | None, PaintSize]:  # fmt: skip
    """The size to paint in, and the part of the picture that it begins from, in that size."""
    if begun is None:
        return None, paint_size(aspect, easel.area_px, grown(easel))
    size = paint_size(aspect, easel.area_px, grown(easel), ANY_RATIO)
    subjects = workshop.finder.subjects(begun.rgb)
    best = crops(begun.rgb, size.width / size.height, subjects)[0].box
    return png(cut(begun.rgb, best, (size.width, size.height))), size


def _extent(
    easel: Easel, size: PaintSize, aspect: float, idea: Emphasis, begun: Picture | None
) -> Extent:
    if begun is None:
        return extent(size, aspect, idea.zone, easel.area_px, grown(easel))
    return whole(size)


def whole(size: PaintSize) -> Extent:
    """The extent of a picture that is not continued."""
    return extent(size, size.width * size.crop.w / (size.height * size.crop.h), Zone.HEAD,
                  size.width * size.height)  # fmt: skip


def adapters_for(
    easel: Easel, genre: Genre, manners: Manners
) -> tuple[tuple[AdapterUse, ...], tuple[str, ...]]:
    """The adapters in use, their weights kept within reason, and their triggers.

    They are those that are asked for by name, then those of the genre that nobody forbids.
    """
    known = {one.name: one for one in easel.fitting()}
    of_genre = [one.name for one in known.values() if genre.name in one.genres]
    names = dict.fromkeys(name for name in (*manners.wanted, *of_genre)
                          if name in known and name not in manners.unwanted)  # fmt: skip
    used = [known[name] for name in names][:MOST_ADAPTERS]
    total = sum(abs(one.weight) for one in used)
    scale = min(1.0, MOST_WEIGHT / total) if total else 1.0
    uses = tuple(AdapterUse(name=one.name, sha256=one.sha256, weight=round(one.weight * scale, 4))
                 for one in used)  # fmt: skip
    return uses, tuple(dict.fromkeys(one.trigger for one in used if one.trigger))


def png(pixels: np.ndarray) -> bytes:
    """Pixels, (height, width, 3) RGB, as a file that travels to the model."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=1)
    return file.getvalue()
