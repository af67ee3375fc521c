"""The words that a model is given for one option of a brief, and what they stand for.

What matters most comes first in a prompt, and goes last when there is no room: the subject, room
for the title, the author's wishes, the manner of the genre, then the details.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.domain.concept import SightKind
from pipeline.domain.genre import Genre
from pipeline.stages.colour_names import colour_named
from pipeline.stages.emphasis import Emphasis
from pipeline.stages.negative import negative_prompt
from pipeline.stages.paintable import Paintable
from pipeline.stages.prompt_parts import COLOURS, Part, light_of, parts_of, setting_of
from pipeline.stages.prompt_words import WISHES, surroundings
from pipeline.stages.words import words

SHORTENED = 120
"""A sentence that was left out is told with at most so many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What a model is given. `around` is what the picture is continued with beyond its edges.

    `motifs` are the things that it asks for, `understood` these and all else that was understood,
    in the brief's language; `left_out` are sentences of the brief that nothing in it stands for.
    """

    positive: str
    negative: str
    around: str
    motifs: tuple[str, ...]
    understood: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """So many `tokens` may a prompt have, as `count` counts them."""

    tokens: int
    count: Callable[[str], int]


def prompt(
    subject: Paintable, genre: Genre, idea: Emphasis, triggers: Sequence[str], room: Room,
    language: str,
) -> Prompt:  # fmt: skip
    """The prompt of an option; `triggers` are words that the adapters in use listen to."""
    kept = _fitting(parts_of(subject, genre, idea, triggers, language), room)
    things = tuple(dict.fromkeys(thing for part in kept for thing in part.things))
    told = (tell for part in kept for tell in part.tells)
    manner = ", ".join(filter(None, (idea.medium, light_of(subject, idea), genre.paint.mood)))
    return Prompt(
        positive=_joined(kept),
        negative=negative_prompt(subject, room.tokens, room.count),
        around=f"{surroundings(idea.zone, setting_of(idea))}, {manner}",
        motifs=things,
        understood=_once((*told, *_wishes_in_words(subject, language))),
        left_out=_left_out(subject, {name for part in kept for name in part.shows}),
    )  # fmt: skip


def _fitting(parts: Iterable[Part], room: Room) -> list[Part]:
    """The parts that find room, the important ones first, in the order in which they are said."""
    said = [part for part in parts if part.words]
    kept: set[int] = set()
    for index in sorted(range(len(said)), key=lambda i: said[i].rank):
        trial = [said[i] for i in sorted(kept | {index})]
        if room.count(_joined(trial)) <= room.tokens:
            kept.add(index)
    return [said[i] for i in sorted(kept)]


def _joined(parts: Sequence[Part]) -> str:
    return ", ".join(part.words for part in parts)


def _wishes_in_words(subject: Paintable, language: str) -> tuple[str, ...]:
    """What else was understood of the requirements, in the brief's language."""
    wishes, korean = subject.wishes, language.partition("-")[0] == "ko"
    names = dict.fromkeys(colour_named(one, language) for one in wishes.colours[:COLOURS])
    medium = subject.sight(SightKind.MEDIUM)
    said = [medium.label(language)] if medium else []
    tone = {True: "dark", False: "light", None: ""}[wishes.dark]
    flags = (tone, "minimal" if wishes.minimal else "", "" if wishes.people else "people")
    return (*names, *said, *(WISHES[flag][korean] for flag in flags if flag), *subject.manners)


def _once(told: Iterable[str]) -> tuple[str, ...]:
    """Everything that is told, but for what another one says as well: a dog, a black dog on the shore."""
    said = {one: {word.stem for word in words(one)} for one in told}
    return tuple(one for one, stems in said.items()
                 if not any(stems < other for other in said.values()))  # fmt: skip


def _left_out(subject: Paintable, shown: set[str]) -> tuple[str, ...]:
    """The sentences of which nothing is shown."""
    return tuple(
        _short(sentence)
        for sentence in subject.sentences
        if not _is_shown(sentence, subject, shown)
    )


def _is_shown(sentence: str, subject: Paintable, shown: set[str]) -> bool:
    """Whether a phrase of a sentence, a thing in it, a name or a wish has become a part."""
    named = any(name in sentence for name in subject.names if name in shown)
    heeded = sentence in shown or sentence in subject.heeded
    return named or heeded or bool(subject.shown_in[sentence] & shown)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= SHORTENED else sentence[: SHORTENED - 1].rstrip() + "…"
