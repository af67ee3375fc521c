"""All rooms as one table: who deals with which command, act, form, option and result.

A room exports what it deals with as `COMMANDS`, `PRESSES`, `SUBMITS`, `SUGGESTS` or `LANDINGS`.
"""

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

from bot.conversation.act import Verb
from bot.conversation.desk import Rooms
from bot.conversation.rooms import (
    admin,
    booking,
    card,
    checking,
    comparing,
    deleting,
    editing,
    erasing,
    failing,
    files,
    finding,
    history,
    judging,
    looks,
    moving,
    ordering,
    orders,
    printing,
    recolouring,
    replacing,
    sampling,
    settings,
    sharing,
    sheets,
    showing,
    taking_out,
    talks,
    versions,
    yourself,
)

ROOMS: tuple[ModuleType, ...] = (
    admin, booking, card, checking, comparing, deleting, editing, erasing, files, finding, history, judging,
    looks, moving, ordering, orders, printing, recolouring, replacing, sampling, settings, sharing, sheets, showing,
    taking_out, talks, versions, yourself,
)  # fmt: skip


def all_rooms() -> Rooms:
    """The rooms of this release.

    Raises:
        ValueError: when two rooms deal with the same thing.
    """
    submits = _joined("SUBMITS")
    talk = talks.Talks(submits)
    return Rooms(
        commands=_joined("COMMANDS"), presses={**_joined("PRESSES"), Verb.TALK: talk.press},
        submits=submits, suggests=_joined("SUGGESTS"), landings=_joined("LANDINGS"),
        said=talk.said, ask=talk.ask, failed=failing.failed,
    )  # fmt: skip


def _joined(name: str, rooms: Sequence[ModuleType] = ROOMS) -> dict[Any, Any]:
    joined: dict[Any, Any] = {}
    for room in rooms:
        part: Mapping[Any, Any] = getattr(room, name, {})
        if twice := joined.keys() & part.keys():
            raise ValueError(f"{twice} stand in two rooms")
        joined.update(part)
    return joined
