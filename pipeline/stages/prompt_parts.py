"""The parts of a prompt: what each says, what it stands for, and how long it stays when room is short."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.domain.concept import Concept, Sight, SightKind
from pipeline.domain.genre import Genre
from pipeline.stages.colour_names import colour_named
from pipeline.stages.emphasis import INSIDE, Emphasis, place_of
from pipeline.stages.motifs import ABSTRACT
from pipeline.stages.own_words import Detail
from pipeline.stages.paintable import Paintable
from pipeline.stages.prompt_words import DARK, LIGHT, NOTHING, RICH, SIMPLE, SOFT, room_for_title
from pipeline.stages.wishes import colours_named
from pipeline.stages.words import words

BESIDE, DETAILS, NAMES, COLOURS = 1, 2, 4, 3
"""At most so many further motifs, phrases, names and colours: a model mixes up what is more."""
ACRONYM = 3
_ARTICLES = frozenset({"a", "an", "the", "of", "in", "on", "at", "and", "with", "by", "to", "from"})
_SIZES = frozenset(
    {"small", "great", "old", "tall", "large", "lone", "wide", "deep", "single", "huge", "long"}
)
CITIES = frozenset(
    {"seoul", "gyeongseong", "pyongyang", "tokyo", "hong-kong", "paris", "london", "vienna", "prague",
     "istanbul", "cairo", "new-york", "alley"}
)  # fmt: skip
"""Places that are all streets and houses."""
_TIMES = frozenset({"night", "dawn", "evening"})
"""Times that have a light of their own."""
_PLAIN = re.compile(r"[^\w\s'’.,-]|_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some words of a prompt; the lower its `rank`, the longer it stays.

    `shows` are the concepts, sights, sentences and names that it stands for; `things` are what can be
    pointed at in the picture, `tells` how its author is told of it, in the brief's language.
    """

    words: str
    rank: int
    shows: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    things: tuple[str, ...] = ()


def parts_of(
    subject: Paintable, genre: Genre, idea: Emphasis, triggers: Sequence[str], language: str
) -> list[Part]:
    """Everything that may be said, in the order in which it is said."""
    led = _lead(subject, idea, language)
    own = _details(subject, idea, led)
    return [
        Part(words=", ".join(_sober(one) for one in triggers), rank=0),
        *led,
        Part(words=room_for_title(idea.zone, setting_of(idea)), rank=2),
        *(one for one in own if one.rank == 3),
        *_beside(subject, idea, language),
        *_people(subject, idea, own, language),
        *(one for one in own if one.rank != 3),
        Part(words=", ".join(map(_told, subject.names[:NAMES])), rank=8,
              shows=subject.names[:NAMES], tells=subject.names[:NAMES]),
        Part(words=idea.view, rank=9),
        *_manner(subject, genre, idea),
    ]  # fmt: skip


def _lead(subject: Paintable, idea: Emphasis, language: str) -> list[Part]:
    """The medium, its subject, and when and where that is."""
    medium, _, more = idea.medium.partition(", ")
    scene = _scene(subject, idea)
    # who a thing belongs to stands beside it; where nothing stands, somebody may
    somebody = subject.sight(SightKind.WHO) if idea.lead is None else None
    own = _own_words(subject, idea, alone=not (somebody or scene))
    what = _sober(own.words) if own else idea.lead.paint if idea.lead else ""
    what = what or (somebody.paint if somebody else "" if scene else NOTHING)
    opening = f"{medium} of {what}" if medium and what else medium or what
    shown = [one for one in (idea.lead, somebody) if one]
    things = tuple(one.label(language) for one in shown)
    parts = [Part(words=" ".join(filter(None, (opening, *(one.paint for one in scene)))), rank=1,
                   shows=(*(one.name for one in (*shown, *scene)), *([own.sentence] if own else [])),
                   things=things,
                   tells=(*((own.words,) if own else things),
                          *(one.label(language) for one in scene)))]  # fmt: skip
    return [*parts, Part(words=more, rank=7)] if more else parts


def _lead_words(subject: Paintable, idea: Emphasis) -> str:
    """The lead as its author asks for it, or as the catalogue has it."""
    own = _asked_for(subject, idea)
    return _sober(own.words) if own else idea.lead.paint if idea.lead else ""


def _own_words(subject: Paintable, idea: Emphasis, *, alone: bool) -> Detail | None:
    """The author's phrase for what is painted: of the lead, or `alone`, where nothing else is known."""
    if idea.lead is None and alone:
        return next(iter(subject.details), None)
    return _asked_for(subject, idea)


def _asked_for(subject: Paintable, idea: Emphasis) -> Detail | None:
    """The phrase of the requirements that tells of the lead, if any does."""
    return next((one for one in subject.details if one.asked and idea.lead
                 and idea.lead.name in one.names), None)  # fmt: skip


def _scene(subject: Paintable, idea: Emphasis) -> list[Sight]:
    """Where and when the subject is seen; indoors it does not rain, and a key stands nowhere."""
    kinds = [SightKind.WHERE, SightKind.WHEN, SightKind.WEATHER]
    place = setting_of(idea)
    if place is None or place in {"space", "underwater", *INSIDE}:
        kinds = [SightKind.WHEN] if place in INSIDE else []
    said = _stems(_lead_words(subject, idea))
    found: list[Sight] = []
    for kind in kinds:
        fitting = (one for one in subject.sights if one.kind is kind and _stands(one, place)
                   and one.name not in _same_as(idea.lead) and not _stems(one.paint) & said)  # fmt: skip
        if sight := next(fitting, None):
            found.append(sight)
            said |= _stems(sight.paint)
    return found


def _stands(sight: Sight, place: str | None) -> bool:
    """Whether a sight goes with the place of its picture: no wave breaks in Seoul."""
    return sight.name not in CITIES or place in {
        "city",
        "village",
        "road",
        "sky",
        "garden",
        *INSIDE,
    }


def _same_as(lead: Concept | None) -> frozenset[str]:
    """The sights that a lead shows by itself."""
    same = {"snow": "snowy", "rain": "rainy", "umbrella": "rainy", "storm": "stormy", "fog": "foggy",
            "night-sky": "night", "moon": "night", "sunrise": "dawn", "sunset": "evening",
            "autumn": "autumn-time", "palace": "joseon", "hanok": "joseon"}  # fmt: skip
    return frozenset({same[lead.name]} if lead and lead.name in same else ())


def _details(subject: Paintable, idea: Emphasis, led: Sequence[Part]) -> list[Part]:
    """The author's own phrases that add something, what is asked for and what tells of the lead first."""
    name = idea.lead.name if idea.lead else ""
    ranked = sorted(subject.details, key=lambda one: -one.worth - 0.5 * (name in one.names))
    said = _stems(" ".join(part.words for part in led))
    chosen: list[Detail] = []
    for one in ranked:
        fresh = _stems(one.words) - said
        if len(fresh) >= 2 and len(chosen) < DETAILS:
            chosen.append(one)
            said |= fresh
    return [Part(words=_sober(one.words), rank=3 if one.asked else 6,
                  shows=(one.sentence, *one.names), tells=(one.words,)) for one in chosen]  # fmt: skip


def _beside(subject: Paintable, idea: Emphasis, language: str) -> list[Part]:
    """What is wanted, and another motif that may stand in the same picture."""
    wanted = [one for one in idea.beside if one.name in subject.wishes.wanted]
    said = _stems(_lead_words(subject, idea))
    own = {name for one in subject.details if one.asked for name in one.names}
    wanted = [one for one in wanted if one.name not in own]
    others = [one for one in idea.beside if one.name not in {*subject.wishes.wanted, *ABSTRACT}
              and not (_stems(one.paint) - _SIZES) & said and _together(idea.lead, one)]  # fmt: skip
    most = 0 if subject.wishes.minimal else max(0, BESIDE - len(wanted))
    return [
        Part(words=one.paint, rank=3 if one in wanted else 5, shows=(one.name,),
             things=(one.label(language),), tells=(one.label(language),))
        for one in (*wanted, *others[:most])
    ]  # fmt: skip


def _together(lead: Concept | None, other: Concept) -> bool:
    """Whether two motifs can be in one place: a key stands on no mountain, and no forest on a table."""
    return lead is None or _ground(lead) == _ground(other)


def _ground(concept: Concept) -> str:
    """What a motif stands on: a table, in deep water, in space, or the open land."""
    place = place_of(concept)
    if place is None or place in INSIDE:
        return "table"
    return place if place in {"space", "underwater"} else "land"


def _people(subject: Paintable, idea: Emphasis, own: Sequence[Part], language: str) -> list[Part]:
    """Who the brief is about, where the lead or a phrase of the author's does not show them yet."""
    who = subject.sight(SightKind.WHO)
    if who is None or idea.lead is None or idea.lead.person:
        return []
    shown = any(who.name in part.shows or _stems(who.paint) & _stems(part.words) for part in own)
    if shown or _stems(who.paint) & _stems(_lead_words(subject, idea)):
        return []
    return [Part(words=who.paint, rank=4, shows=(who.name,), things=(who.label(language),),
                 tells=(who.label(language),))]  # fmt: skip


def _manner(subject: Paintable, genre: Genre, idea: Emphasis) -> list[Part]:
    wishes = subject.wishes
    colours = _colours(subject) or (idea.palette if not wishes.minimal else "")
    return [
        Part(words=light_of(subject, idea), rank=10, shows=_lights(subject)),
        Part(words=colours, rank=3 if wishes.colours else 11),
        Part(words=SIMPLE if wishes.minimal else "", rank=3),
        Part(words=genre.paint.mood, rank=7),
        Part(words="" if wishes.minimal or SOFT.search(idea.medium) else RICH, rank=12),
    ]


def _colours(subject: Paintable) -> str:
    own = {colour for one in subject.details if one.asked for colour in colours_named(one.words)}
    wished = [one for one in subject.wishes.colours if one not in own]
    names = dict.fromkeys(colour_named(one, "en") for one in wished[:COLOURS])
    return f"colour palette of {' and '.join(names)}" if names else ""


def light_of(subject: Paintable, idea: Emphasis) -> str:
    """What is asked for; else the light that the text tells of, or the genre's at no given time."""
    if subject.wishes.dark is not None:
        return DARK if subject.wishes.dark else LIGHT
    told, when = subject.sight(SightKind.LIGHT), subject.sight(SightKind.WHEN)
    if told:
        return told.paint
    return "" if when and when.name in _TIMES else idea.light


def _lights(subject: Paintable) -> tuple[str, ...]:
    told = subject.sight(SightKind.LIGHT)
    return (told.name,) if told and subject.wishes.dark is None else ()


def setting_of(idea: Emphasis) -> str | None:
    """The kind of place that an idea is painted in; None for a thing before a plain ground."""
    if idea.lead:
        return place_of(idea.lead)
    return "field" if idea.view else None


def _sober(text: str) -> str:
    """A person's words without signs that a front end of a model might take for orders."""
    return " ".join(_PLAIN.sub(" ", text).split())


def _told(name: str) -> str:
    """A name as a caption has it: bare numbers and capitals would be painted as such."""
    if name.isdecimal():
        return f"circa {name}"
    loud = name.isupper() and len(name) > ACRONYM
    return _sober(name.title() if loud else name)


def _stems(text: str) -> set[str]:
    return {word.stem for word in words(text)} - _ARTICLES
