"""One interaction's answer, from the first sign within three seconds to the last message.

new ──▶ thinking ──▶ answered    a command: "… is thinking", until there is something to say
 ├─────────────────▶ answered    a form; or a command's message without files, at once
 └─────────────────▶ answered    a press: taken note of, the message stays as it is
"""

from collections.abc import Awaitable, Callable
from enum import Enum, auto
from typing import Any, TypeVar

import discord

from bot.conversation.act import FORMS, Act, Verb, act
from bot.conversation.answer import (
    Answer,
    Answers,
    Asks,
    Hints,
    Ordered,
    Removes,
    Says,
    Spreads,
    Turns,
    Works,
)
from bot.conversation.form import Form
from bot.conversation.message import Button, Message, Poll, Tone
from bot.conversation.places import view_of
from bot.conversation.words import Words
from bot.discord.failures import ALREADY_ANSWERED, Trouble, trouble_of
from bot.discord.insisting import insisted, waited
from bot.discord.modals import Modal
from bot.discord.places import By, Place, Spot
from bot.discord.rendering import Rendering, Shown, poll_of
from pipeline.studio import Ticket

T = TypeVar("T")
Placed = Callable[[Ticket, Spot], Awaitable[None]]
"""Takes note of where an order's message is."""


class _Stage(Enum):
    NEW = auto()
    THINKING = auto()
    ANSWERED = auto()


class Reply:
    """Answers one interaction; each method may raise what the library raises."""

    def __init__(
        self, interaction: discord.Interaction[Any], rendering: Rendering, words: Words, *,
        alone: bool = False,
    ) -> None:  # fmt: skip
        """To a command whose answer is shown `alone`, or to a press on a message.

        What is said to a press on a message that only one person sees is for them alone as well.
        """
        self._interaction = interaction
        self._rendering = rendering
        self._stage = _Stage.NEW
        pressed = interaction.message
        self._alone = alone or bool(pressed and pressed.flags.ephemeral)
        self._pressed = pressed is not None
        self.words = words

    @property
    def alone(self) -> bool:
        """Whether the answer is shown to nobody but the person."""
        return self._alone

    @property
    def begun(self) -> bool:
        """Whether Discord has got a sign yet."""
        return self._stage is not _Stage.NEW

    async def acknowledge(self) -> None:
        """Give Discord a sign: what there is to say comes later."""
        if self.begun:
            return
        hidden = self._alone and not self._pressed
        await _once(lambda: self._interaction.response.defer(
            ephemeral=hidden, thinking=not self._pressed
        ))  # fmt: skip
        self._stage = _Stage.ANSWERED if self._pressed else _Stage.THINKING

    async def show(self, answers: Answers, placed: Placed) -> None:
        """Show all answers, in order."""
        for answer in answers:
            await self._show(answer, placed)
        if self._stage is _Stage.THINKING:  # nothing was to be said
            await self._forget_thinking()
        await self.acknowledge()

    async def _show(self, answer: Answer, placed: Placed) -> None:
        match answer:
            case Says(message=message, alone=alone):
                await self.say(message, alone=alone or (self._alone and message.poll is None))
            case Turns(message=message):
                await self._turn(message)
            case Hints(text=text):
                await self.hint(text)
            case Asks(form=form):
                await self._ask(form)
            case Removes(text=text):
                await self._remove(text)
            case Ordered(ticket=ticket, message=message):
                await self._ordered(ticket, message, placed)
            case Works() | Spreads():
                raise AssertionError("what takes its time, or goes to other chats, is shown apart")

    async def work(self, works: Works) -> None:
        """Say that something takes a while, and then what came of it; Discord waits for a quarter of an hour.

        A command says so by itself: "… is thinking".
        """
        if self._pressed:
            await self._turn(works.message)
        await self.acknowledge()
        await self._turn(await works.work())

    async def hint(self, text: str) -> None:
        """Say a short word to nobody but the person."""
        await self.say(Message(lines=(text,)), alone=True)

    async def say(self, message: Message, *, alone: bool) -> Spot:
        """Say something new; a poll goes into a message of its own."""
        if self._pressed or message.pictures or message.documents:
            # files may take longer than Discord waits; and "the original" stays the pressed message
            await self.acknowledge()

        async def send(shown: Shown) -> Spot:
            return await self._said(shown, alone=alone)

        limit = self._interaction.filesize_limit
        spot = await self._rendering.sent(message, self.words, limit, send)
        if message.poll:
            await self._poll(message.poll)
        return spot

    async def _poll(self, poll: Poll) -> None:
        try:
            await waited(lambda: self._interaction.followup.send(poll=poll_of(poll), wait=True))
        except discord.HTTPException as error:
            if trouble_of(error) is Trouble.AWAY:
                raise
            await self.hint(self.words.say("discord-no-poll"))

    async def _said(self, shown: Shown, *, alone: bool) -> Spot:
        if self._stage is _Stage.NEW:
            return await self._responded(shown, alone=alone)
        if self._stage is _Stage.THINKING and alone == self._alone:
            return await self._thought(shown)
        if self._stage is _Stage.THINKING:
            await self._forget_thinking()
        sent = await self._interaction.followup.send(
            shown.content, files=shown.uploads, view=shown.view or discord.utils.MISSING,
            ephemeral=alone, suppress_embeds=True, wait=True,
        )  # fmt: skip
        return Spot(channel=sent.channel.id, message=sent.id, by=By.TOKEN, alone=alone)

    async def _responded(self, shown: Shown, *, alone: bool) -> Spot:
        response = await _once(lambda: self._interaction.response.send_message(
            shown.content, view=shown.view or discord.utils.MISSING, ephemeral=alone,
            suppress_embeds=True,
        ))  # fmt: skip
        self._stage = _Stage.ANSWERED
        channel = self._interaction.channel_id or 0
        if response is None:
            said = (await waited(self._interaction.original_response)).id
        else:
            said = response.message_id or 0
        return Spot(channel=channel, message=said, by=By.RESPONSE, alone=alone)

    async def _thought(self, shown: Shown) -> Spot:
        sent = await insisted(lambda: self._interaction.edit_original_response(
            content=shown.content, view=shown.view, attachments=shown.uploads
        ))  # fmt: skip
        self._stage = _Stage.ANSWERED
        return Spot(channel=sent.channel.id, message=sent.id, by=By.RESPONSE, alone=self._alone)

    async def _forget_thinking(self) -> None:
        """Take "… is thinking" away: what follows is for other eyes than it."""
        self._stage = _Stage.ANSWERED
        try:
            await waited(self._interaction.delete_original_response)
        except discord.HTTPException as error:
            if trouble_of(error) is not Trouble.MESSAGE:
                raise

    async def _turn(self, message: Message) -> None:
        if not self._pressed:
            await self.say(message, alone=self._alone)
            return
        await self.acknowledge()

        async def edit(shown: Shown) -> None:
            await insisted(lambda: self._interaction.edit_original_response(
                content=shown.content, view=shown.view,
                attachments=discord.utils.MISSING if shown.files is None else shown.uploads,
            ))  # fmt: skip

        try:
            await self._rendering.sent(message, self.words, self._interaction.filesize_limit, edit)
        except discord.HTTPException as error:
            if trouble_of(error) is not Trouble.MESSAGE:
                raise
            await self.say(message, alone=True)

    async def _ask(self, form: Form) -> None:
        if self._stage is _Stage.NEW:
            await _once(lambda: self._interaction.response.send_modal(Modal(form)))
            self._stage = _Stage.ANSWERED
            return
        open_it = Button(label=self.words.say("discord-open-form"), act=opening(form.act),
                         tone=Tone.MAIN)  # fmt: skip
        lines = (self.words.say("discord-form-waits"),)
        await self.say(Message(title=form.title, lines=lines, rows=((open_it,),)), alone=True)

    async def _remove(self, text: str) -> None:
        await self.acknowledge()
        await self._forget_thinking()
        await self.hint(text)

    async def _ordered(self, ticket: Ticket, message: Message, placed: Placed) -> None:
        place, view = Place.of(ticket.job.address), view_of(ticket.job.address)
        if view.here and place.message:  # it stays as it is until the result takes its place
            await self.acknowledge()
            return
        await placed(ticket, await self.say(message, alone=place.hides(view)))


async def _once(respond: Callable[[], Awaitable[T]]) -> T | None:
    """What a first response gives; None when one had arrived whose answer was lost."""
    try:
        return await insisted(respond)
    except discord.HTTPException as error:
        if error.code != ALREADY_ANSWERED:
            raise
        return None


def opening(asked: Act) -> Act:
    """What opens a form again that was asked with `asked`: submitting to a draft is amending it."""
    if asked.verb in FORMS:
        return asked
    return act(Verb.AMEND, *asked.args)
