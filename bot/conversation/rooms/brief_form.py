"""The questions of a brief as a form, with what was given already standing in it."""

from collections.abc import Mapping

from bot.conversation.act import Verb, act
from bot.conversation.caller import Caller
from bot.conversation.drafts import Draft
from bot.conversation.form import Field, Form
from bot.conversation.interview import KOREAN_FORMAT
from bot.conversation.means import Means
from bot.conversation.message import Choice
from bot.conversation.rooms.suggesting import format_choices, genre_choices
from bot.conversation.words import Words
from pipeline.domain.brief import DEFAULT_FORMAT, DEFAULT_OPTIONS, LIMITS, OPTIONS, Brief
from pipeline.domain.brief_keys import BriefKey

LONGEST = 4000
"""Characters that a field can take on any platform."""
FIRST = (BriefKey.TITLE, BriefKey.GENRE, BriefKey.SUMMARY, BriefKey.AUTHOR, BriefKey.REQUIREMENTS)
"""What a modal asks for: what makes the picture, and the name on it."""
MORE = (BriefKey.SUBTITLE, BriefKey.SERIES, BriefKey.FORMAT, BriefKey.OPTIONS)
"""What a talk asks for as well."""
_LONG = frozenset({BriefKey.SUMMARY, BriefKey.REQUIREMENTS})


def brief_form(means: Means, caller: Caller, draft: Draft) -> Form:
    """The form whose answers are added to a draft, which is then ordered."""
    stands = proposed(caller, draft)
    fields = tuple(_field(means, caller.words, key, stands) for key in (*FIRST, *MORE))
    title = caller.words.say("chat-brief-title")
    return Form(act=act(Verb.ORDER, draft.id), title=title, fields=fields)


def proposed(caller: Caller, draft: Draft) -> dict[str, str]:
    """A draft's parts, and where nobody was asked for the others, what they usually are."""
    if draft.asked:
        return dict(draft.given)
    prefers = caller.person.preferences
    format_here = KOREAN_FORMAT if caller.words.language == "ko" else DEFAULT_FORMAT
    told = {BriefKey.FORMAT: prefers.format or format_here, BriefKey.GENRE: prefers.genre}
    usual = {key.value: name for key, name in told.items() if name}
    return {**usual, **draft.given}


def read_part(means: Means, given: Mapping[str, str]) -> Brief:
    """The brief in some of its parts; where no title is among them, of a book called A.

    Raises:
        BriefError, FormatError, GenreError, StyleError: for a part that cannot be used.
    """
    brief = means.read_brief({BriefKey.TITLE.value: "A", **given})
    means.menu.demand_on(brief)
    return brief


def answered(given: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """Parts of a brief after a form was filled in; an empty answer takes a part away.

    What was too long to stand in the form, and was left as it stood there, is kept whole.
    """
    parts = dict(given)
    for key, value in values.items():
        if key in set(BriefKey) and value.strip() != _shown(given.get(key, "")).strip():
            parts[key] = value.strip()
    return {key: value for key, value in parts.items() if value}


def _field(means: Means, words: Words, key: BriefKey, stands: Mapping[str, str]) -> Field:
    low, high = OPTIONS
    default = str(DEFAULT_OPTIONS) if key is BriefKey.OPTIONS else ""
    return Field(
        key=key.value,
        label=words.say(f"field-{key}"),
        question=words.say(f"interview-{key}"),
        value=_shown(stands.get(key, default)),
        example=words.say(f"chat-example-{key}", low=low, high=high),
        long=key in _LONG,
        needed=key is BriefKey.TITLE,
        limit=min(LIMITS.get(key, 3), LONGEST),
        choices=_choices(means, words, key),
    )


def _choices(means: Means, words: Words, key: BriefKey) -> tuple[Choice, ...]:
    match key:
        case BriefKey.GENRE:
            return genre_choices(means, words)
        case BriefKey.FORMAT:
            return format_choices(means, words)
        case BriefKey.OPTIONS:
            low, high = OPTIONS
            return tuple(Choice(label=str(n), value=str(n)) for n in range(low, high + 1))
        case _:
            return ()


def _shown(text: str) -> str:
    return text[:LONGEST]
