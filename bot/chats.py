"""The front ends of the chats that this process is on, put together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.front import Front, Ground, Staff

if TYPE_CHECKING:
    from bot.conversation.desk import Desk
    from bot.conversation.means import GiveLink
    from bot.discord.settings import DiscordSettings
    from bot.telegram.settings import TelegramSettings
    from pipeline.domain.brief import Brief
    from pipeline.domain.format import Format
    from pipeline.domain.genre import Genre
    from pipeline.domain.person import Person
    from pipeline.domain.shop import Shop
    from pipeline.domain.style import Style
    from pipeline.domain.take_out import Mark, Part
    from pipeline.menu import Menu
    from pipeline.typography.library import FaceLibrary

# Each chat library takes a third of a second to import: only those of platforms with a token are.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True, kw_only=True)
class Chats:
    """What the chats need to know from outside; None where a platform has no token.

    `link` gives addresses of files that are too large for a chat, where this installation has one.
    """

    menu: Menu
    genres: Sequence[Genre]
    styles: Sequence[Style]
    formats: Sequence[Format]
    shops: Sequence[Shop]
    read_brief: Callable[[Mapping[str, object]], Brief]
    library: Callable[[], FaceLibrary]
    discord: DiscordSettings | None
    telegram: TelegramSettings | None
    link: GiveLink | None = None


def staff(chats: Chats, ground: Ground) -> Staff:
    """The front ends, all at one desk, and what runs beside them."""
    from bot.conversation.following import Following

    _learn(chats)
    desk = _desk(chats, ground)
    following = Following(studio=ground.studio, steward=ground.steward, store=ground.store,
                          notes=ground.store.notes, clock=ground.clock,
                          genres=chats.genres)  # fmt: skip
    shared: dict[str, Any] = {
        "desk": desk, "notes": ground.store.notes, "register": ground.store.register,
        "meet": ground.studio.meet, "blobs": ground.store.blobs.get, "following": following,
        "clock": ground.clock,
    }  # fmt: skip
    fronts: list[Front] = []
    if chats.discord:
        from bot.discord.front import DiscordFront

        fronts.append(DiscordFront(settings=chats.discord, **shared))
    if chats.telegram:
        from bot.telegram.front import TelegramFront

        fronts.append(TelegramFront(settings=chats.telegram, **shared))
    return Staff(fronts=tuple(fronts), beside=(following.run,))


def _learn(chats: Chats) -> None:
    """Read now what would hold up the first who ask."""
    from bot.conversation.language import LANGUAGES
    from bot.conversation.words import Words

    chats.menu.palettes()
    for language in LANGUAGES:
        Words(language).say("chat-begin")


def _desk(chats: Chats, ground: Ground) -> Desk:
    from bot.checking import Checks
    from bot.conversation.desk import Desk
    from bot.conversation.means import Means
    from bot.conversation.rooms.index import all_rooms
    from bot.conversation.strips import Strips
    from pipeline.domain.ids import new_id
    from storage.parts import pack_part

    turn = asyncio.Semaphore(1)  # packing is work for a processor, and takes memory

    async def packed(person: Person, after: Mark | None) -> Part:
        async with turn:
            return await pack_part(person, ground.store, now=ground.clock.now(), after=after)

    checks = Checks(ground.do, ground.studio)
    means = Means(
        studio=ground.studio, steward=ground.steward, notes=ground.store.notes, menu=chats.menu,
        clock=ground.clock, genres=chats.genres, styles=chats.styles, formats=chats.formats,
        read_brief=chats.read_brief, new_id=new_id, strips=Strips(chats.library),
        pack=packed, link=chats.link, shops=chats.shops, check=checks.file, judge=checks.version,
    )  # fmt: skip
    return Desk(means, all_rooms())
