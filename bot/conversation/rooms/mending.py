"""A draft of a brief in words: what was understood, what is wrong with it, and what mends that."""

from collections.abc import Iterator

from bot.conversation.act import Verb, act
from bot.conversation.apology import chat_sentence
from bot.conversation.deeds import one_line
from bot.conversation.drafts import Draft
from bot.conversation.engines import engine_said
from bot.conversation.means import Means
from bot.conversation.message import Button
from bot.conversation.rooms.brief_form import read_part
from bot.conversation.words import Words
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.errors import (
    BriefError,
    FormatError,
    GenreError,
    ModelError,
    PaintError,
    PictureError,
    StyleError,
)
from pipeline.domain.painting import Engine

MENDABLE = (BriefError, FormatError, GenreError, StyleError, PictureError, PaintError, ModelError)
"""What another brief would mend: it is told beside a button that opens the form again."""
_CUT = {BriefKey.SUMMARY: 240, BriefKey.REQUIREMENTS: 120}
_SHORT = 60


def wrong_with(means: Means, words: Words, draft: Draft) -> str:
    """What is wrong with the parts of a draft, in a sentence; empty when nothing is."""
    try:
        brief = read_part(means, words, draft.given)
        if draft.has_picture and brief.style and not draft.is_painted:
            return words.say("chat-art-with-style")
        means.menu.maker_for(brief, draft.maker, picture=draft.has_picture)
    except MENDABLE as error:
        return chat_sentence(error, words)
    return ""


def retold(draft: Draft, words: Words) -> list[str]:
    """What was understood, a line for each part; long ones are cut."""
    parts = [(key, draft.given[key]) for key in BriefKey if draft.given.get(key)]
    told = [
        words.say("chat-brief-part", name=words.say(f"field-{key}"),
                  value=one_line(value, _CUT.get(key, _SHORT)))
        for key, value in parts
    ]  # fmt: skip
    by = draft.maker
    return [*told, engine_said(by, words, picture=draft.has_picture)] if by else told


def mending(means: Means, draft: Draft, words: Words) -> Iterator[Button]:
    """To change a draft, to throw it away, and to have drawn what cannot be painted."""
    styled = bool(draft.given.get(BriefKey.STYLE))
    broken = means.menu.fault is not None and not (draft.maker or styled or draft.has_picture)
    if broken or (draft.is_painted and (styled or not means.menu.paints)):
        yield instead(draft.id, words, picture=draft.has_picture)
    yield Button(label=words.say("chat-button-change"), act=act(Verb.AMEND, draft.id))
    yield Button(label=words.say("chat-button-discard"), act=act(Verb.DISCARD, draft.id))


def instead(about: str, words: Words, *, picture: bool) -> Button:
    """To order a draft, or a cover's brief, without the model; a `picture` is lettered then."""
    label = words.say("chat-button-letter" if picture else "chat-button-draw")
    return Button(label=label, act=act(Verb.ORDER, about, Engine.ILLUSTRATOR.value))
