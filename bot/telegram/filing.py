"""Files of results: sent in groups, one after another, and none of them twice."""

from collections.abc import Sequence
from dataclasses import replace

from telegram.error import TelegramError

from bot.conversation.message import Document, Message
from bot.conversation.words import Words
from bot.telegram.failures import Trouble, trouble
from bot.telegram.orders import Orders, Told
from bot.telegram.pictures import DOCUMENT_BYTES, Fitting, fitting, parcels
from bot.telegram.places import Spot
from bot.telegram.sending import Sending
from pipeline.domain.outcome import Parcel

SMALL_BYTES = 20_000_000
"""What a document may weigh after Telegram refused a heavier one."""
ALL_FILES = 1_000


class Filing:
    """Sends files, each as large as Telegram takes it."""

    def __init__(self, sending: Sending, orders: Orders, *, patience_s: float) -> None:
        """How far it is with an order is kept in `orders`."""
        self._sending = sending
        self._orders = orders
        self._patience_s = patience_s

    async def send(
        self, spot: Spot, documents: Sequence[Document], told: Told, parcel: Parcel, words: Words
    ) -> None:
        """Send what was not sent yet, and say what cannot be sent.

        Raises:
            TelegramError, StorageError: the rest is sent the next time.
        """
        job, fit = parcel.job, fitting(documents)
        groups = parcels(fit.documents)
        for number, group in enumerate(groups):
            if number >= told.files:
                await self._group(spot, group, fit, words)
                told = replace(told, files=number + 1)
                await self._orders.tell(job.person, job.id, told)
        if fit.without and told.files == len(groups):
            await self._missing(spot, fit.without, words)
            await self._orders.tell(job.person, job.id, replace(told, files=ALL_FILES))

    async def _group(
        self, spot: Spot, group: Sequence[Document], fit: Fitting, words: Words
    ) -> None:
        try:
            await self._documents(spot, group, fit, words)
        except TelegramError as error:
            if trouble(error) is not Trouble.LARGE:
                raise
            smaller = fitting(group, SMALL_BYTES)
            for one in parcels(smaller.documents):
                await self._documents(spot, one, smaller, words)
            if smaller.without:
                await self._missing(spot, smaller.without, words)

    async def _documents(
        self, spot: Spot, group: Sequence[Document], fit: Fitting, words: Words
    ) -> None:
        smaller = [one for one in group if one.name in fit.instead]
        names = ", ".join(fit.instead[one.name] for one in smaller)
        told = words.say("chat-telegram-smaller", names=names) if smaller else ""
        said = "\n".join(filter(None, (told, *(one.note for one in smaller))))
        await self._sending.documents(spot, group, said, patience_s=self._patience_s)

    async def _missing(self, spot: Spot, names: Sequence[str], words: Words) -> None:
        limit = str(DOCUMENT_BYTES // 1_000_000)
        text = words.say("chat-telegram-without", names=", ".join(names), limit=limit)
        await self._sending.send(spot, Message(lines=(text,)), patience_s=self._patience_s)
