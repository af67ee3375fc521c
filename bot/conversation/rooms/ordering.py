"""From a brief to an order: commands, forms, and drafts that are amended, ordered, thrown away."""

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Asks, Hints, Ordered, Says, Turns
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.commands import FROM_MESSAGE, slash
from bot.conversation.drafts import Draft, as_given, brought, drop, find, is_kept, keep
from bot.conversation.forgiving import guessed_title, read_labels, understood
from bot.conversation.labels import ENGINE
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Tone
from bot.conversation.rooms.brief_form import answered, brief_form, proposed, read_part
from bot.conversation.rooms.suggesting import ENGINES, SUGGESTS
from bot.conversation.standing import accepted
from bot.conversation.words import Words
from pipeline.domain.brief_keys import BriefKey, spelled_out
from pipeline.domain.errors import (
    BriefError,
    FormatError,
    GenreError,
    PictureError,
    StorageError,
    StyleError,
)
from pipeline.domain.picture import LARGEST_MB, MEGABYTE

_MENDABLE = (BriefError, FormatError, GenreError, StyleError, PictureError)
"""What another brief would mend: it is told beside a button that opens the form again."""
_ART = "art"
_PARTS = frozenset({BriefKey.TITLE, BriefKey.GENRE, BriefKey.SUMMARY, BriefKey.FORMAT})
"""With these four a brief says all; of fewer, a form asks for the rest."""


async def cover(means: Means, caller: Caller, options: Mapping[str, str]) -> Answers:
    """Order a cover from what was given, or ask for the rest.

    Raises:
        PersonError, QuotaError: for who may not order.
    """
    await means.studio.demand_welcome(caller.person)
    text = options.get("text")
    given = understood(text) if text else _typed(options)
    engine = given.pop(ENGINE, "").strip().casefold()
    if engine and engine not in ENGINES:
        told = {"engine": engine[:40], "engines": ", ".join(ENGINES)}
        return (Hints(text=caller.words.say("chat-engine-unknown", **told)),)
    draft = Draft(id=means.new_id(), given=given, art=options.get(_ART, ""))
    if wrong := _wrong(means, caller.words, draft):
        return await _mended(means, caller, draft, wrong)
    if _is_enough(draft, told_freely=bool(text)):
        return await _order(means, caller, draft, caller.key)
    return await _ask(means, caller, draft)


async def from_message(means: Means, caller: Caller, options: Mapping[str, str]) -> Answers:
    """Ask for a brief that begins with somebody's words and picture."""
    await means.studio.demand_welcome(caller.person)
    text = options.get("text", "")
    given = understood(text)
    if not read_labels(text).given:
        prose = given.get(BriefKey.SUMMARY, text)
        given = {BriefKey.TITLE.value: guessed_title(text), BriefKey.SUMMARY.value: prose}
    given.pop(ENGINE, None)
    parts = {key: value for key, value in given.items() if value}
    art = options.get(_ART, "")
    return await _ask(
        means, caller, Draft(id=means.new_id(), given=parts, art=art, guessed=True)
    )  # fmt: skip


async def offered(means: Means, caller: Caller, text: str) -> Answers:
    """Ask whether a cover shall be made of what somebody says in a private chat."""
    given = understood(text)
    given.pop(ENGINE, None)
    draft = await keep(means, caller, Draft(id=means.new_id(), given=given))
    words = caller.words
    make = Button(label=words.say("chat-button-make"), act=act(Verb.ORDER, draft.id),
                  tone=Tone.MAIN)  # fmt: skip
    message = Message(title=words.say("chat-brief-offer"), lines=tuple(retold(given, words)),
                      rows=((make, *_mending(draft, words)),))  # fmt: skip
    return (Says(message=message),)


def _wrong(means: Means, words: Words, draft: Draft) -> str:
    """What is wrong with the parts of a draft, in a sentence; empty when nothing is."""
    try:
        brief = read_part(means, words, draft.given)
    except _MENDABLE as error:
        return chat_sentence(error, words)
    return words.say("chat-art-with-style") if draft.has_picture and brief.style else ""


def retold(given: Mapping[str, str], words: Words) -> list[str]:
    """What was understood, a line for each part; long ones are cut."""
    cut = {BriefKey.SUMMARY: 240, BriefKey.REQUIREMENTS: 120}
    parts = [(key, given[key]) for key in BriefKey if given.get(key)]
    return [
        words.say("chat-brief-part", name=words.say(f"field-{key}"),
                  value=_cut(value, cut.get(key, 60)))
        for key, value in parts
    ]  # fmt: skip


async def submitted(
    means: Means, caller: Caller, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """Order a draft with what was filled in."""
    draft = await find(means, caller, pressed.about)
    if draft is None:
        return _gone(caller)
    parts = answered(proposed(caller, draft), values)
    return await _kept_order(means, caller, replace(draft, given=parts, asked=True))


async def order(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Order a draft as it is; one without a title is asked for it first."""
    await means.studio.demand_welcome(caller.person)
    draft = await find(means, caller, pressed.about)
    if draft is None:
        return _gone(caller)
    if not draft.given.get(BriefKey.TITLE) and not caller.forms:
        return await _ask(means, caller, draft)  # a modal would come too late behind this button
    answers = await _kept_order(means, caller, draft)
    if not isinstance(answers[0], Ordered) or not await is_kept(means, caller, draft):
        return answers
    lines = tuple(retold(draft.given, caller.words))
    return (
        Turns(message=Message(title=caller.words.say("chat-brief-title"), lines=lines)),
        *answers,
    )


async def amend(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Ask again, with what a draft has. One that became a cover stays as it is."""
    await means.studio.demand_welcome(caller.person)
    draft = await find(means, caller, pressed.about)
    if draft is None:
        return _gone(caller)
    if draft.ordered or not await is_kept(means, caller, draft):
        draft = replace(draft, id=means.new_id(), ordered=False)
    return await _ask(means, caller, draft)


async def change(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Ask for another brief, beginning with that of a version's cover."""
    found, tree = await means.studio.tree(caller.person, pressed.about)
    await means.studio.demand_welcome(caller.person)
    document = next(one.document for one in tree if one.id == pressed.about)
    draft = Draft(id=means.new_id(), given=as_given(found.brief), picture=brought(document),
                  asked=True)  # fmt: skip
    return await _ask(means, caller, draft)


async def discard(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Throw a draft away."""
    await drop(means, caller, pressed.about)
    told = caller.words.say("chat-draft-dropped", cover=slash("cover", caller))
    return (Turns(message=Message(lines=(told,))),)


def _typed(options: Mapping[str, str]) -> dict[str, str]:
    """Options as parts of a brief; `ratio` is the format."""
    named = {key: value.strip() for key, value in options.items() if key not in {_ART, "text"}}
    engine = named.pop(ENGINE, "")
    given = {key.value: str(value) for key, value in spelled_out(named).items() if value}
    return {**given, ENGINE: engine} if engine else given


def _is_enough(draft: Draft, *, told_freely: bool) -> bool:
    """Whether a brief can be ordered without a question."""
    given = draft.given.keys()
    if BriefKey.TITLE not in given:
        return False
    if draft.has_picture:
        return True
    if told_freely:
        return bool(given & {BriefKey.GENRE, BriefKey.SUMMARY})
    return given >= _PARTS


async def _ask(means: Means, caller: Caller, draft: Draft) -> Answers:
    await _keep(means, caller, draft)
    return (Asks(form=brief_form(means, caller, draft)),)


async def _keep(means: Means, caller: Caller, draft: Draft) -> None:
    """Keep a draft, and with it a picture that will not be there any more when it is ordered."""
    await keep(means, caller, draft)
    if draft.art and caller.forms:
        means.sent.expect(draft.id, partial(caller.fetch, draft.art))


async def _kept_order(means: Means, caller: Caller, draft: Draft) -> Answers:
    """Order a draft, once however often its button is pressed; a cover's brief anew each time."""
    if not await is_kept(means, caller, draft):
        return await _order(means, caller, draft, caller.key)
    await keep(means, caller, draft)
    answers = await _order(means, caller, draft, f"draft:{draft.id}")
    for job in (one.ticket.job for one in answers if isinstance(one, Ordered)):
        made = replace(draft, ordered=True, picture=brought(job.operation))
        with contextlib.suppress(StorageError):  # ordered it is, and its key keeps it so
            await keep(means, caller, made)
    return answers


async def _order(means: Means, caller: Caller, draft: Draft, key: str) -> Answers:
    whole = replace(draft, given=proposed(caller, draft))
    wrong = _wrong(means, caller.words, whole)
    try:
        picture = None if wrong else await _picture(means, caller, draft)
        brief = None if wrong else means.read_brief(whole.given)
    except LookupError:
        return (Hints(text=caller.words.say("chat-picture-gone")),)
    except _MENDABLE as error:
        brief, picture, wrong = None, None, chat_sentence(error, caller.words)
    if brief is None:
        return await _mended(means, caller, draft, wrong)
    address = caller.address(View(screen=Screen.SHEET))
    ticket = await means.studio.order_cover(caller.person, brief, address, key, picture=picture)
    return (await accepted(means, caller, ticket),)


async def _picture(means: Means, caller: Caller, draft: Draft) -> bytes | None:
    """The author's own picture, if there is one.

    Raises:
        PictureError: `picture-too-large`.
        LookupError: when it is not there any more.
    """
    if draft.picture and (kept := await _stored(means, draft.picture)) is not None:
        return kept
    if not draft.art:
        if draft.picture:
            raise LookupError(draft.picture)
        return None
    try:
        content = await means.sent.content(draft.id)
    except LookupError:
        content = await caller.fetch(draft.art)
    if len(content) > LARGEST_MB * MEGABYTE:
        raise PictureError("picture-too-large", limit_mb=LARGEST_MB)
    return content


async def _stored(means: Means, picture: str) -> bytes | None:
    """A picture that an earlier order brought; None when nothing of that is left."""
    try:
        return await means.studio.picture(picture)
    except StorageError as error:
        if error.code != "blob-missing":
            raise
        return None


async def _mended(means: Means, caller: Caller, draft: Draft, wrong: str) -> Answers:
    """What is wrong with a brief, with a button that asks for it again as far as it was told."""
    await _keep(means, caller, draft)
    words = caller.words
    message = Message(lines=(wrong,), rows=(_mending(draft, words),))
    return (Says(message=message, alone=True),)


def _mending(draft: Draft, words: Words) -> tuple[Button, Button]:
    return (
        Button(label=words.say("chat-button-change"), act=act(Verb.AMEND, draft.id)),
        Button(label=words.say("chat-button-discard"), act=act(Verb.DISCARD, draft.id)),
    )


def _gone(caller: Caller) -> Answers:
    told = caller.words.say("chat-draft-gone", cover=slash("cover", caller))
    return (Hints(text=told),)


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


COMMANDS = {"cover": cover, FROM_MESSAGE: from_message}
PRESSES = {Verb.ORDER: order, Verb.AMEND: amend, Verb.CHANGE: change, Verb.DISCARD: discard}
SUBMITS = {Verb.ORDER: submitted}
__all__ = ["COMMANDS", "PRESSES", "SUBMITS", "SUGGESTS"]
