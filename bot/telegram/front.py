"""Telegram's front end: everything of it, put together."""

import asyncio
import logging

from telegram import Update, User
from telegram.error import InvalidToken, TelegramError

from bot.conversation.commands import COMMANDS
from bot.conversation.desk import Desk
from bot.conversation.following import Board, Following
from bot.telegram.answering import Answering
from bot.telegram.board import TelegramBoard
from bot.telegram.callers import Callers, Meet
from bot.telegram.connection import connect
from bot.telegram.courier import TelegramCourier
from bot.telegram.editing import Editing
from bot.telegram.faces import Faces
from bot.telegram.hearing import Me, Pressed, hear
from bot.telegram.in_order import InOrder
from bot.telegram.known_chats import KnownChats
from bot.telegram.menus import Menus
from bot.telegram.orders import Orders
from bot.telegram.pace import Sleep
from bot.telegram.pictures import Blobs, Pictures
from bot.telegram.places import PLATFORM
from bot.telegram.polling import Polling
from bot.telegram.query import Query
from bot.telegram.reception import Reception
from bot.telegram.requests import Requests
from bot.telegram.sending import Sending
from bot.telegram.settings import TelegramSettings
from bot.telegram.webhook import Webhook
from bot.telegram.working import Working
from pipeline.domain.errors import ServiceError
from pipeline.ports.clock import Clock
from pipeline.ports.delivery import Courier
from pipeline.ports.notes import Notes, Register

REST_S = 2.5
"""When the process ends, what was taken has so long to be answered; the rest comes again."""
NAMES = frozenset({"start", *(spec.name for spec in COMMANDS)})

_log = logging.getLogger(__name__)


class TelegramFront:
    """One bot on Telegram."""

    platform = PLATFORM

    def __init__(
        self, *, settings: TelegramSettings, desk: Desk, notes: Notes, register: Register,
        meet: Meet, blobs: Blobs, following: Following, clock: Clock, sleep: Sleep = asyncio.sleep,
    ) -> None:  # fmt: skip
        """A front end that is not connected yet.

        `meet` knows people by platform and name, `blobs` contents by their keys; `following` shows
        progress, on a board of this front end. `sleep` passes time as `clock` measures it.
        """
        self._settings = settings
        self._desk = desk
        self._notes = notes
        self._bot = connect(settings)
        self._chats = KnownChats(register, notes)
        self._requests = Requests(self._bot, self._chats, clock, sleep=sleep)
        self._sending = Sending(self._requests, Pictures(blobs), Faces())
        self._editing = Editing(self._sending)
        self._orders = Orders(notes)
        self._working = Working(self._sending, self._editing, register)
        self._in_order = InOrder()
        self._menus = Menus(self._requests, register, settings.admins, self._in_order.begin)
        self._callers = Callers(meet=meet, requests=self._requests, admins=settings.admins)
        self._courier = TelegramCourier(
            desk=desk, sending=self._sending, editing=self._editing, orders=self._orders,
            chats=self._chats, following=following,
        )  # fmt: skip
        self._board = TelegramBoard(self._editing, self._orders, clock)
        following.join(self._board)
        self._polling = Polling(self._bot, self._take, clock, sleep=sleep)
        self._webhook = Webhook(self._requests, settings, self._take, clock, sleep=sleep)
        self._at: tuple[Me, Reception] | None = None

    @property
    def courier(self) -> Courier:
        """Who brings results to people on Telegram."""
        return self._courier

    @property
    def board(self) -> Board:
        """Where progress is shown on Telegram."""
        return self._board

    @property
    def webhook_port(self) -> int:
        """The port at which updates are heard; only with a webhook, and while it runs."""
        return self._webhook.port

    async def open(self) -> None:
        """Log in, and tell the commands if they have changed.

        Raises:
            ServiceError: `token-refused`; `platform-unreachable` when Telegram stays away.
        """
        if self._at is not None:
            return
        user = await self._logged_in()
        me = Me(id=user.id, username=user.username or "", commands=NAMES)
        answering = Answering(
            self._sending, self._editing, self._orders, self._chats, working=self._working,
            username=me.username, begin=self._in_order.begin,
        )  # fmt: skip
        reception = Reception(
            desk=self._desk, callers=self._callers, chats=self._chats, answering=answering,
            sending=self._sending, notes=self._notes, menus=self._menus,
        )  # fmt: skip
        await self._menus.publish(me.id)
        self._at = me, reception
        self._in_order.begin(self._working.tell_cut_off())

    async def _logged_in(self) -> User:
        code = "platform-unreachable"
        try:
            await self._requests.at_once(self._bot.initialize)
            if not self._settings.webhook_url:
                await self._requests.at_once(self._bot.delete_webhook)
        except InvalidToken:
            code = "token-refused"
        except TelegramError as error:
            _log.warning("Telegram cannot be reached: %s", type(error).__name__)
        else:
            return self._bot.bot
        raise ServiceError(code, platform="Telegram")

    async def run(self) -> None:
        """Hear people until `hush`; an outage of Telegram is waited out.

        Raises:
            ServiceError: `token-refused`, `platform-unreachable`, `service-port`.
        """
        await self.open()
        await (self._webhook if self._settings.webhook_url else self._polling).run()

    async def hush(self) -> None:
        """Take nothing more; what was taken is answered when this returns, within seconds."""
        await self._webhook.hush()
        await self._polling.hush()
        await self._in_order.rest(REST_S)
        await self._polling.confirm()

    async def close(self) -> None:
        """End every connection."""
        await self._webhook.close()
        await self._in_order.rest(0)
        await self._bot.shutdown()

    def _take(self, update: Update) -> asyncio.Future[None]:
        """Deal with an update; done when it cannot be lost any more."""
        if self._at is None:
            return _done()
        me, reception = self._at
        heard = hear(update, me)
        if heard is None:
            return _done()
        query = None
        if isinstance(heard, Pressed):
            query = Query(self._requests, heard.query, self._in_order.begin)
        return self._in_order.take(heard.source.chat, lambda: reception.hear(heard, query))


def _done() -> asyncio.Future[None]:
    durable: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    durable.set_result(None)
    return durable
