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
from bot.conversation.drafts import Draft, as_given, brought, drop, find, is_kept, keep, made_by
from bot.conversation.engines import engine_named, read_engine
from bot.conversation.forgiving import guessed_title, read_labels, understood
from bot.conversation.labels import ENGINE
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Tone
from bot.conversation.rooms.brief_form import answered, brief_form, proposed
from bot.conversation.rooms.mending import MENDABLE, mending, retold, wrong_with
from bot.conversation.rooms.suggesting import SUGGESTS
from bot.conversation.standing import accepted
from pipeline.domain.brief_keys import BriefKey, spelled_out
from pipeline.domain.errors import PictureError, StorageError, VersionError
from pipeline.domain.painting import Engine
from pipeline.domain.picture import LARGEST_MB, MEGABYTE

_ART = "art"
_PARTS = frozenset({BriefKey.TITLE, BriefKey.GENRE, BriefKey.SUMMARY, BriefKey.FORMAT})
"""With these four a brief says all; of fewer, a form asks for the rest."""


async def cover(means: Means, caller: Caller, options: Mapping[str, str]) -> Answers:
    """Order a cover from what was given, or ask for the rest.

    Raises:
        PersonError, QuotaError: for who may not order.
        PaintError: `engine-unknown`.
    """
    await means.studio.demand_welcome(caller.person)
    text = options.get("text")
    given = understood(text) if text else _typed(options)
    engine = read_engine(given.pop(ENGINE, ""), means.menu) or ""
    draft = Draft(id=means.new_id(), given=given, art=options.get(_ART, ""), engine=engine)
    if wrong := wrong_with(means, caller.words, draft):
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
    engine = engine_named(given.pop(ENGINE, "")) or ""
    parts = {key: value for key, value in given.items() if value}
    draft = Draft(id=means.new_id(), given=parts, art=options.get(_ART, ""), engine=engine,
                  guessed=True)  # fmt: skip
    return await _ask(means, caller, draft)


async def offered(means: Means, caller: Caller, text: str) -> Answers:
    """Ask whether a cover shall be made of what somebody says in a private chat."""
    given = understood(text)
    engine = engine_named(given.pop(ENGINE, "")) or ""
    draft = await keep(means, caller, Draft(id=means.new_id(), given=given, engine=engine))
    words = caller.words
    make = Button(label=words.say("chat-button-make"), act=act(Verb.ORDER, draft.id),
                  tone=Tone.MAIN)  # fmt: skip
    message = Message(title=words.say("chat-brief-offer"), lines=tuple(retold(draft, words)),
                      rows=((make, *mending(means, draft, words)),))  # fmt: skip
    return (Says(message=message),)


async def submitted(
    means: Means, caller: Caller, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """Order a draft with what was filled in.

    Raises:
        PaintError: `engine-unknown`.
    """
    draft = await find(means, caller, pressed.about)
    if draft is None:
        return _gone(caller)
    parts = answered(proposed(caller, draft), values)
    engine = draft.engine
    if ENGINE in values:
        engine = read_engine(values[ENGINE], means.menu) or ""
    asked = replace(draft, given=parts, engine=engine, asked=True)
    return await _kept_order(means, caller, asked)


async def order(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Order a draft as it is, or by the engine that was pressed; a title is asked for first."""
    await means.studio.demand_welcome(caller.person)
    draft = await find(means, caller, pressed.about)
    if draft is None:
        return _gone(caller)
    if engine := engine_named(pressed.arg(1)):
        draft = replace(draft, engine=engine)
    if not draft.given.get(BriefKey.TITLE) and not caller.forms:
        return await _ask(means, caller, draft)  # a modal would come too late behind this button
    answers = await _kept_order(means, caller, draft)
    if not isinstance(answers[0], Ordered) or not await is_kept(means, caller, draft):
        return answers
    lines = tuple(retold(draft, caller.words))
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
    return await _ask(means, caller, await _brief_of(means, caller, pressed.about))


async def remake(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Order the brief of a version's cover once more, by the engine that was pressed.

    A painting begins from the author's picture, where there is one; a drawing needs none, and a
    painting has no style.
    """
    draft = await _brief_of(means, caller, pressed.about)
    match engine_named(pressed.arg(1)):
        case Engine.PAINTER as engine:
            given = {key: told for key, told in draft.given.items() if key != BriefKey.STYLE}
            asked = replace(draft, engine=engine, given=given)
        case engine:
            asked = replace(draft, engine=engine or "", picture="")
    return await _order(means, caller, asked, caller.key)


async def _brief_of(means: Means, caller: Caller, version: str) -> Draft:
    """The brief of a version's cover, with the picture and the engine that it began with.

    Raises:
        VersionError: `version-missing`, `version-not-yours`, `version-not-forkable`.
        PersonError, QuotaError: for who may not order.
    """
    found, tree = await means.studio.tree(caller.person, version)
    await means.studio.demand_welcome(caller.person)
    document = next((one.document for one in tree if one.id == version), None)
    if document is None:
        raise VersionError("version-missing", version=version)
    picture = brought(document) or next(map(brought, (one.operation for one in tree)), "")
    return Draft(id=means.new_id(), given=as_given(found.brief), picture=picture,
                 engine=made_by(document), asked=True)  # fmt: skip


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
    wrong = wrong_with(means, caller.words, whole)
    try:
        picture = None if wrong else await _picture(means, caller, draft)
        brief = None if wrong else means.read_brief(whole.given)
    except LookupError:
        return (Hints(text=caller.words.say("chat-picture-gone")),)
    except MENDABLE as error:
        brief, picture, wrong = None, None, chat_sentence(error, caller.words)
    if brief is None:
        return await _mended(means, caller, draft, wrong)
    address = caller.address(View(screen=Screen.SHEET))
    ticket = await means.studio.order_cover(
        caller.person, brief, address, key, picture=picture, engine=draft.maker
    )
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
    message = Message(lines=(wrong,), rows=(tuple(mending(means, draft, words)),))
    return (Says(message=message, alone=True),)


def _gone(caller: Caller) -> Answers:
    told = caller.words.say("chat-draft-gone", cover=slash("cover", caller))
    return (Hints(text=told),)


COMMANDS = {"cover": cover, FROM_MESSAGE: from_message}
PRESSES = {Verb.ORDER: order, Verb.AMEND: amend, Verb.CHANGE: change, Verb.REMAKE: remake,
           Verb.DISCARD: discard}  # fmt: skip
SUBMITS = {Verb.ORDER: submitted}
__all__ = ["COMMANDS", "PRESSES", "SUBMITS", "SUGGESTS"]
