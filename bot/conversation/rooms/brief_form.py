"""The questions of a brief as a form, with what was given already standing in it."""

from collections.abc import Mapping, Sequence

from bot.conversation.act import Verb, act
from bot.conversation.caller import Caller
from bot.conversation.drafts import Draft
from bot.conversation.engines import engine_field
from bot.conversation.form import Field, Form
from bot.conversation.interview import KOREAN_FORMAT
from bot.conversation.means import Means
from bot.conversation.message import Choice
from bot.conversation.rooms.suggesting import (
    format_choices,
    genre_choices,
    near_genres,
    near_styles,
)
from bot.conversation.words import Words
from pipeline.domain.brief import DEFAULT_FORMAT, DEFAULT_OPTIONS, LIMITS, OPTIONS, Brief
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.errors import BriefError, FormatError, GenreError, StyleError

LONGEST = 4000
"""Characters that a field can take on any platform."""
FIELDS = 5
"""Questions of a modal."""
REST = (
    BriefKey.TITLE, BriefKey.GENRE, BriefKey.SUMMARY, BriefKey.FORMAT, BriefKey.AUTHOR,
    BriefKey.REQUIREMENTS,
)  # fmt: skip
"""What a modal asks for, as far as it was not given."""
FIRST = (BriefKey.TITLE, BriefKey.GENRE, BriefKey.SUMMARY, BriefKey.AUTHOR, BriefKey.REQUIREMENTS)
"""What is asked when a brief is looked over: what makes the picture, and the name on it."""
MORE = (BriefKey.SUBTITLE, BriefKey.SERIES, BriefKey.FORMAT, BriefKey.OPTIONS)
"""What a talk asks for as well."""
ASIDE = (BriefKey.STYLE, BriefKey.LANGUAGE, BriefKey.SEED)
"""What is asked for only when what was given will not do."""
_NUMBER = 20
"""Characters of a number."""
_LONG = frozenset({BriefKey.SUMMARY, BriefKey.REQUIREMENTS})


def brief_form(means: Means, caller: Caller, draft: Draft) -> Form:
    """The form whose answers are added to a draft, which is then ordered."""
    stands = proposed(caller, draft)
    keys = _asked(draft, _wrong(means, caller.words, draft), talks=not caller.forms)
    fields = tuple(_field(means, caller.words, key, stands) for key in keys)
    if means.menu.paints and not caller.forms:  # a modal has no room; its command has an option
        by = engine_field(means.menu, caller.words, draft.maker, picture=draft.has_picture)
        fields = (*fields, by)
    title = caller.words.say("chat-brief-title")
    return Form(act=act(Verb.ORDER, draft.id), title=title, fields=fields)


def _asked(draft: Draft, wrong: Sequence[BriefKey], *, talks: bool) -> Sequence[BriefKey]:
    """Which parts a form asks for: first those that will not do, then what is missing.

    A talk asks for all of them, and so does a modal, as far as it goes, when a brief that is
    known already is looked over.
    """
    if talks:
        return (*(key for key in wrong if key in ASIDE), *FIRST, *MORE)
    if draft.asked or draft.guessed:
        return tuple(dict.fromkeys((*wrong, *FIRST)))[:FIELDS]
    missing = (key for key in REST if key not in draft.given)
    return (*wrong, *missing)[:FIELDS] or FIRST


def _wrong(means: Means, words: Words, draft: Draft) -> Sequence[BriefKey]:
    """The parts of a draft that will not do, each by itself or beside its picture."""
    found: list[BriefKey] = []
    for key in (key for key in BriefKey if key in draft.given):
        try:
            read_part(means, words, {key: draft.given[key]})
        except (BriefError, FormatError, GenreError, StyleError):
            found.append(key)
        else:
            if key is BriefKey.STYLE and (draft.has_picture or draft.is_painted):
                found.append(key)
    return found


def proposed(caller: Caller, draft: Draft) -> dict[str, str]:
    """A draft's parts, and where nobody was asked for the others, what they usually are.

    Every brief has a format: who is asked and names none gets the usual one.
    """
    prefers = caller.person.preferences
    format_here = KOREAN_FORMAT if caller.words.language == "ko" else DEFAULT_FORMAT
    told = {BriefKey.FORMAT: prefers.format or format_here}
    if not draft.asked:
        told[BriefKey.GENRE] = prefers.genre
    usual = {key.value: name for key, name in told.items() if name}
    return {**usual, **draft.given}


def read_part(means: Means, words: Words, given: Mapping[str, str]) -> Brief:
    """The brief in some of its parts; where no title is among them, of a book called A.

    Raises:
        BriefError, FormatError, GenreError, StyleError: for a part that cannot be used; of what
            is unknown, the nearest names are told in the language of `words`.
    """
    brief = means.read_brief({BriefKey.TITLE.value: "A", **given})
    try:
        means.menu.demand_on(brief)
    except GenreError as error:
        near = near_genres(means, words, brief.genre)
        raise GenreError(error.code, **{**error.facts, "near": near}) from error
    except StyleError as error:
        near = near_styles(means, words, brief.style)
        raise StyleError(error.code, **{**error.facts, "near": near}) from error
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
        limit=min(LIMITS.get(key, _NUMBER), LONGEST),
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
