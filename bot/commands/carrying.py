"""From an order to its result: the one place where commands meet the queue."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.finding import FOLDER, cover_folder, resolved
from bot.conversation.queueing import place_in_line
from bot.conversation.times import span
from bot.terminal.courier import Folder, named_pictures
from bot.terminal.progress import Bar
from bot.terminal.running import Halted
from pipeline.domain.errors import ArtiCoverError, VersionError
from pipeline.domain.ids import new_id
from pipeline.domain.job import Cancelled, Failed, Queued, is_open
from pipeline.domain.operation import Compare, Export, Fork, Print
from pipeline.domain.outcome import DeliveryState
from storage.files import demand_free
from storage.place import demand_place

if TYPE_CHECKING:
    from bot.app import App
    from bot.conversation.words import Words
    from bot.house import House, Watch
    from pipeline.domain.file import StoredFile
    from pipeline.domain.job import Job
    from pipeline.domain.operation import Operation
    from pipeline.domain.outcome import Receipt
    from pipeline.domain.standing import Overview
    from pipeline.domain.version import Cover, Version
    from pipeline.studio import Ticket

COMPARISON = "comparison.png"
"""What a picture of versions side by side is called."""
_STANDING_EVERY_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What an order came to: its job, its versions, and the files that are there.

    `stored` are its own files as they were stored. `fault` says why the files could not be
    written; the versions are there nevertheless.
    """

    job: Job
    cover: Cover
    versions: Sequence[Version]
    stored: Sequence[StoredFile]
    files: Sequence[Path]
    fault: ArtiCoverError | None = None


async def carried(
    app: App, versions: Sequence[str], operation: Operation, folder: Path | None, *, force: bool
) -> Result:  # fmt: skip
    """Order an operation on the first of `versions` and see it through.

    Fork and Compare are told which versions they are about.

    Raises:
        ArtiCoverError: when it cannot be ordered, or did not succeed.
        Halted: when the person stopped it.
    """
    async with app.house() as house:
        ids = [await resolved(house, version) for version in versions]
        ticket, place = await handed_in(house, ids, operation, folder, force=force)
        return await see_through(house, ticket, place, app.words)


async def handed_in(
    house: House, ids: Sequence[str], operation: Operation, folder: Path | None, *, force: bool
) -> tuple[Ticket, Path]:
    """Order an operation on the first of the versions `ids`; the order, and where its files go.

    Raises:
        ArtiCoverError: when it cannot be ordered.
    """
    place = folder or await _usual_folder(house, ids[0], operation)
    demand_place(place)
    asked = _about(operation, ids)
    names = await _named_before(house, ids[0], asked)
    demand_free([place / name for name in names], force=force)
    key = new_id()
    address = Folder(path=str(place.absolute()), force=force, order=key).address
    return await house.studio.order(house.person, ids[0], asked, address, key), place


async def _usual_folder(house: House, version: str, operation: Operation) -> Path:
    try:
        return await cover_folder(house, version)
    except VersionError:
        if isinstance(operation, Fork):  # whether it may be forked is for the studio to say
            return FOLDER / version
        raise


def _about(operation: Operation, versions: Sequence[str]) -> Operation:
    match operation:
        case Fork():
            return Fork(source=versions[0])
        case Compare():
            return Compare(versions=tuple(dict.fromkeys(versions)))
        case _:
            return operation


async def _named_before(house: House, version: str, operation: Operation) -> Sequence[str]:
    """Files whose names do not depend on what is made: better refused before the work."""
    match operation:
        case Compare():
            return [COMPARISON]
        case Export() | Print():
            cover, versions = await house.studio.tree(house.person, version)
            base = next(one for one in versions if one.id == version)
            return await house.studio.foresight.names(operation, base, cover.brief.format)
        case _:
            return []


async def see_through(house: House, ticket: Ticket, folder: Path, words: Words) -> Result:
    """Wait for an order with a bar of its progress.

    Raises:
        ArtiCoverError: when it did not succeed.
        Halted: when the person stopped it, here or in another terminal.
    """
    with Bar() as bar:
        _foretold(ticket.job, bar, words)
        try:
            receipt = await house.carry(ticket, watching(house, bar, words))
        except asyncio.CancelledError as error:
            raise Halted(await _last_words(house, ticket, words)) from error
    if receipt is None:
        raise Halted(words.say("order-cancelled", job=ticket.job.id))
    if isinstance(receipt.parcel.job.state, Failed):
        raise receipt.parcel.job.state.fault.error
    fault = receipt.fault.error if receipt.fault and not _sent(receipt) else None
    files = [] if fault else [folder / name for name in named_pictures(receipt.parcel)]
    parcel = receipt.parcel
    cover = await house.studio.cover(house.person, parcel.job.cover)
    return Result(job=parcel.job, cover=cover, versions=parcel.versions, stored=parcel.files,
                  files=files, fault=fault)  # fmt: skip


def _foretold(job: Job, bar: Bar, words: Words) -> None:
    """Say once how long an order will take that takes long, where no bar says so all the time."""
    if job.step is not None and job.step.left_s is not None and not bar.shown:
        click.echo(words.say("upscale-left", time=span(job.step.left_s, words)), err=True)


def _sent(receipt: Receipt) -> bool:
    return receipt.state is DeliveryState.SENT


def watching(house: House, bar: Bar, words: Words) -> Watch:
    """Show on `bar` how a job stands; the queue is asked once a second.

    Where no bar can be seen, only a queue that is paused is worth a word.
    """
    clock = asyncio.get_running_loop().time
    asked, place, told = float("-inf"), "", False

    async def watch(job: Job) -> None:
        nonlocal asked, place, told
        if clock() - asked >= _STANDING_EVERY_S:
            overview = await house.studio.overview()
            asked, place = clock(), _place(job, overview, house, words)
            if overview.paused and not (bar.shown or told):
                told = True
                click.echo(words.say("queue-is-paused"), err=True)
        if isinstance(job.state, Cancelled | Failed):
            bar.clear()
        elif not is_open(job):
            bar.show(1, 1, words.say("progress-saving"))
        elif job.step is None:
            bar.show(0, 1, place)
        else:
            step = job.step
            bar.show(step.done, step.total, f"{words.say(f'progress-{step.doing}')} · {place}")

    return watch


def _place(job: Job, overview: Overview, house: House, words: Words) -> str:
    if overview.paused and isinstance(job.state, Queued):
        return words.say("standing-paused")
    standing = house.studio.standings(overview).get(job.id)
    return place_in_line(standing, words) if standing else ""


async def _last_words(house: House, ticket: Ticket, words: Words) -> str:
    """What to say to who stopped a command: was the order in time to be cancelled?"""
    job = await house.studio.job(house.person, ticket.job.id)
    in_time = isinstance(job.state, Cancelled)
    return words.say("order-stopped" if in_time else "order-ended-before", job=job.id)
