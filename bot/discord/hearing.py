"""Everything that is heard on Discord: acknowledged in time, taken to the desk, and answered."""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any, cast

import discord
from discord import app_commands

from bot.conversation.act import FORMS, read_act
from bot.conversation.answer import Answers, Spreads, Works
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Caller
from bot.conversation.commands import FROM_MESSAGE
from bot.conversation.desk import Desk
from bot.discord.components import act_pressed
from bot.discord.escaping import cut, line_of
from bot.discord.failures import UNREACHABLE, Trouble, trouble_of
from bot.discord.modals import submitted
from bot.discord.people import People, onlooker, spoken
from bot.discord.places import Place, Spot, message_key
from bot.discord.rendering import Rendering
from bot.discord.replying import Reply
from bot.discord.spreading import Spreading
from bot.discord.working import Working
from pipeline.domain.errors import StorageError
from pipeline.ports.notes import Notes
from pipeline.studio import Ticket

PATIENCE_S = 1.8
"""Discord waits three seconds for a first sign; a form must be that sign, and may take so long."""
SHOW_S = 60.0
LABEL = 100
REMEMBERED = 500

ALONE = frozenset({
    "status", "settings", "history", "styles", "help", "forget", "export", "admin", "cancel",
    "preflight",
})  # fmt: skip
"""Commands whose answer concerns nobody but the person; others are answered before everybody."""
MAY_ASK = frozenset({"cover", FROM_MESSAGE})
"""Commands that may be answered with a form, before which nothing may be said."""

_log = logging.getLogger(__name__)

Asked = Callable[[Caller], Awaitable[Answers]]


class UnderWay:
    """What is being answered just now, by the interaction."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._over: dict[int, asyncio.Event] = {}
        self._heard: deque[int] = deque(maxlen=REMEMBERED)

    def first_time(self, interaction: int) -> bool:
        """Whether the interaction is new: after a resumed connection one may come again."""
        new = interaction not in self._heard
        self._heard.append(interaction)
        return new

    @asynccontextmanager
    async def hold(self, interaction: int) -> AsyncGenerator[None]:
        """While the context lasts, the interaction is being answered."""
        over = self._over[interaction] = asyncio.Event()
        try:
            yield
        finally:
            over.set()
            self._over.pop(interaction, None)

    async def over(self, interaction: int) -> None:
        """Wait until the answer to an interaction is complete."""
        if waited := self._over.get(interaction):
            await waited.wait()

    async def all_over(self) -> None:
        """Wait until everything that was heard is answered."""
        while self._over:
            await next(iter(self._over.values())).wait()


class Hearing:
    """Answers interactions; nothing is left without an answer, and no method raises."""

    def __init__(
        self,
        *,
        desk: Desk,
        people: People,
        rendering: Rendering,
        notes: Notes,
        under_way: UnderWay,
        spreading: Spreading,
        working: Working,
    ) -> None:
        """At `desk`."""
        self._desk = desk
        self._people = people
        self._rendering = rendering
        self._notes = notes
        self._under_way = under_way
        self._spreading = spreading
        self._working = working

    async def command(
        self, interaction: discord.Interaction[Any], name: str, given: Mapping[str, Any]
    ) -> None:
        """Answer a command."""
        pictures = {str(one.id): one for one in given.values()
                    if isinstance(one, discord.Attachment)}  # fmt: skip
        options = {key: _as_typed(value) for key, value in given.items() if value is not None}

        async def asked(caller: Caller) -> Answers:
            return await self._desk.command(caller, name, options)

        reply = self._reply(interaction, alone=name in ALONE)
        await self._answer(interaction, reply, asked, pictures=pictures, may_ask=name in MAY_ASK)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a pressed button, or a choice."""
        data = cast("Mapping[str, Any]", interaction.data or {})
        act = act_pressed(str(data.get("custom_id", "")), tuple(data.get("values") or ()))

        async def asked(caller: Caller) -> Answers:
            if act is None:
                return await self._desk.command(caller, "", {})
            return await self._desk.press(caller, act)

        may_ask = act is None or act.verb in FORMS
        await self._answer(interaction, self._reply(interaction), asked, may_ask=may_ask)

    async def submit(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a form that was filled in."""
        data = cast("Mapping[str, Any]", interaction.data or {})
        act = read_act(str(data.get("custom_id", "")))

        async def asked(caller: Caller) -> Answers:
            if act is None:
                return await self._desk.command(caller, "", {})
            return await self._desk.submit(caller, act, submitted(data))

        await self._answer(interaction, self._reply(interaction), asked)

    async def typing(
        self, interaction: discord.Interaction[Any], option: str, typed: str
    ) -> list[app_commands.Choice[str]]:
        """What goes with what was typed so far; nothing where that cannot be found out."""
        try:
            words = await self._people.words(interaction)
            found = self._desk.suggest(onlooker(words.language), option, typed)
        except Exception:  # noqa: BLE001 - a suggestion is no answer: typing goes on without it
            _log.exception("no suggestions for %s", option)
            return []
        return [
            app_commands.Choice(name=cut(line_of(one.label), LABEL) or one.value, value=one.value)
            for one in found if 0 < len(one.value) <= LABEL
        ]  # fmt: skip

    async def unknown(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        """Answer a command that is not there any more, or that failed on its way here."""
        if interaction.type is discord.InteractionType.autocomplete:
            with suppress(*UNREACHABLE):
                await interaction.response.autocomplete([])
            return
        stale = isinstance(
            error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch
        )
        if not stale:
            _log.error("a command could not be handed on", exc_info=error)
        words = spoken(interaction)
        async with self._under_way.hold(interaction.id):
            text = words.say("chat-unknown") if stale else words.say("discord-trouble")
            await _politely(self._reply(interaction, alone=True), text)

    def _reply(self, interaction: discord.Interaction[Any], *, alone: bool = False) -> Reply:
        return Reply(interaction, self._rendering, spoken(interaction), alone=alone)

    async def _answer(
        self, interaction: discord.Interaction[Any], reply: Reply, asked: Asked, *,
        pictures: Mapping[str, discord.Attachment] | None = None, may_ask: bool = False,
    ) -> None:  # fmt: skip
        """Acknowledge, ask the desk, and show what it says; an apology where that fails."""
        if not self._under_way.first_time(interaction.id):
            return
        async with self._under_way.hold(interaction.id):
            try:
                if not may_ask:
                    await reply.acknowledge()
                answering = asyncio.create_task(
                    self._answers(interaction, reply, asked, pictures or {})
                )
                answers = await _in_time(reply, answering, PATIENCE_S if may_ask else None)
                await self._shown(reply, answers, self._people.place(interaction, reply.alone))
            except StorageError as error:
                await _politely(reply, chat_sentence(error, reply.words))
            except UNREACHABLE as error:
                await self._unsaid(reply, error)
            except Exception:  # noqa: BLE001 - a bug must not leave anybody without an answer
                _log.exception("an interaction could not be answered")
                await _politely(reply, reply.words.say("discord-trouble"))

    async def _shown(self, reply: Reply, answers: Answers, place: Place) -> None:
        """Show what there is, then what takes its time; what goes to other chats goes beside."""
        works = [one for one in answers if isinstance(one, Works)]
        spreads = [one for one in answers if isinstance(one, Spreads)]
        rest = tuple(one for one in answers if not isinstance(one, Works | Spreads))
        if rest or not works:
            async with asyncio.timeout(SHOW_S):
                await reply.show(rest, self._placed)
        for spread in spreads:
            self._spreading.begin(spread)
        for one in works:
            await self._working.do(reply, one, place)

    async def _answers(
        self, interaction: discord.Interaction[Any], reply: Reply, asked: Asked,
        pictures: Mapping[str, discord.Attachment],
    ) -> Answers:  # fmt: skip
        caller = await self._people.caller(interaction, alone=reply.alone, pictures=pictures)
        reply.words = caller.words
        return await asked(caller)

    async def _unsaid(self, reply: Reply, error: Exception) -> None:
        """Discord did not take the answer; what was ordered is brought all the same."""
        trouble = trouble_of(error)
        _log.warning("Discord did not take an answer: %s", trouble)
        if trouble not in {Trouble.TOKEN, Trouble.AWAY}:
            await _politely(reply, reply.words.say("discord-trouble"))

    async def _placed(self, ticket: Ticket, spot: Spot) -> None:
        job = ticket.job
        await self._notes.keep(job.person, message_key(job.id), spot.text)


async def _in_time(
    reply: Reply, answering: asyncio.Task[Answers], patience_s: float | None
) -> Answers:  # fmt: skip
    """What there is to answer; the person gets a sign when that takes longer than `patience_s`.

    What was begun is ended even when the sign does not arrive: an order is brought all the same.
    """
    await asyncio.wait({answering}, timeout=patience_s)
    try:
        if not answering.done():
            await reply.acknowledge()
    finally:
        await asyncio.wait({answering})
    return answering.result()


def _as_typed(value: Any) -> str:
    return str(value.id) if isinstance(value, discord.Attachment) else str(value)


async def _politely(reply: Reply, text: str) -> None:
    """Say one sentence to the person, if Discord still takes it."""
    try:
        await reply.hint(text)
    except UNREACHABLE as error:
        _log.warning("Discord did not take an apology: %s", trouble_of(error))
