"""A process that serves: the queue, its health, and the chats that it is on, until it is told to end.

told to end ──▶ fronts hear nothing more ──▶ what runs is finished or handed back ──▶ fronts close
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from typing import TYPE_CHECKING

import click

from bot.front import nobody
from bot.terminal.running import ending_by
from pipeline.domain.errors import ArtiCoverError, ServiceError

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from bot.app import App, ServiceSettings
    from bot.front import Front, OpenStaff
    from bot.house import House
    from pipeline.ports.clock import Clock
    from pipeline.queue.queue import Queue

LOOK_S = 0.2
OPEN_S = 15.0
"""So long one platform lets the others wait when the process starts."""
SETTLE_S = 1.0
"""A queue that nobody else has is ours by then."""
HUSH_S = 5.0
"""What was heard is answered within so long when the process ends."""
CLOSE_S = 3.0
AGAIN_S = (1.0, 60.0)
"""A platform that is away is tried again after so long, and twice that, up to the second."""

Told = Callable[[], bool]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What one service is: its chats, the secrets that no log may show, and what it says."""

    begun: str
    ended: str
    hire: OpenStaff = nobody
    secrets: tuple[str, ...] = ()


async def serve(app: App, service: Service, told: Told) -> None:
    """Log events to standard error, serve health and downloads where set, and run until told to end.

    Who was `told` so before, while all of this was starting, ends at once.

    Raises:
        ServiceError: `token-refused` by a platform, `service-port`.
        StorageError: when the store cannot be opened, or the secret of links be made.
        ModelError: when painting is demanded and cannot be.
    """
    from bot.clock import SystemClock  # noqa: PLC0415 - services alone need what follows
    from bot.service.links import secret_of  # noqa: PLC0415
    from bot.service.logs import logging_to  # noqa: PLC0415
    from bot.service.watch import Watch  # noqa: PLC0415

    settings, clock, ending = app.settings(), SystemClock(), asyncio.Event()
    async with AsyncExitStack() as closing:
        signing = secret_of(settings.downloads, settings.data)
        secrets = [settings.database_url, signing, *service.secrets]
        log = closing.enter_context(logging_to(sys.stderr, clock=clock, secrets=secrets))
        watch = Watch(clock=clock, release=metadata.version("articover"), log=log)
        house = await closing.enter_async_context(app.house(watch, service.hire))
        if house.fault is not None:
            raise house.fault
        if settings.health_port:
            await closing.enter_async_context(
                watch.serving(settings.health_host, settings.health_port, jobs=house.store.jobs,
                              folder=house.store.blobs)
            )  # fmt: skip
        if signing:
            await closing.enter_async_context(_downloads(settings, signing, house, clock))
        # what is there now stays: looking through it again would stop the event loop for 40 ms
        gc.collect()
        gc.freeze()
        with ending_by(ending.set):
            if told():
                ending.set()
            await _run(app, house, service, ending)


def _downloads(
    settings: ServiceSettings, secret: str, house: House, clock: Clock
) -> AbstractAsyncContextManager[int]:
    """The page from which people fetch files, as long as the context lasts."""
    from bot.service.downloads import Downloads  # noqa: PLC0415 - only where there is one
    from bot.service.links import Signed  # noqa: PLC0415
    from storage.blobs import place_of  # noqa: PLC0415
    from storage.opening import BLOBS  # noqa: PLC0415

    page = Downloads(Signed(secret), receipts=house.store.receipts, clock=clock,
                     place=partial(place_of, settings.data / BLOBS))  # fmt: skip
    where = settings.downloads
    return page.serving(where.address, where.host, where.port)


async def _run(app: App, house: House, service: Service, ending: asyncio.Event) -> None:
    """Run the queue and the fronts side by side, and end them in order."""
    hearing: list[asyncio.Task[None]] = []
    beside = [asyncio.create_task(_warm(house)), asyncio.create_task(asyncio.to_thread(_tidied))]
    try:
        await _first_opened(house.staff.fronts, ending)
        beside.append(asyncio.create_task(_tell(app, house.queue, service)))
        hearing = [asyncio.create_task(_heard(front, ending)) for front in house.staff.fronts]
        beside += [asyncio.create_task(one()) for one in house.staff.beside]
        await house.queue.run(until=_until(ending, house.staff.fronts))
    finally:
        for one in (*beside, *hearing):
            one.cancel()
        await asyncio.gather(*beside, *hearing, return_exceptions=True)
        await _each(house.staff.fronts, lambda front: front.close(), CLOSE_S)
    click.echo(service.ended)


def _tidied() -> None:
    """Remove the gigabytes that a process left which was killed while it enlarged a picture."""
    from pipeline.workshop.scratch import sweep  # noqa: PLC0415 - it needs a library for arrays

    sweep()


async def _first_opened(fronts: Sequence[Front], ending: asyncio.Event) -> None:
    """Log in everywhere, until told to end; a platform that is away is waited for later.

    Raises:
        ServiceError: `token-refused`: somebody has to mend a setting.
    """
    opening = asyncio.gather(*(_opened(front) for front in fronts))
    told = asyncio.create_task(ending.wait())
    try:
        await asyncio.wait({opening, told}, return_when=asyncio.FIRST_COMPLETED)
        if opening.done():
            opening.result()
    finally:
        opening.cancel()
        told.cancel()
        await asyncio.gather(opening, told, return_exceptions=True)


async def _opened(front: Front) -> None:
    try:
        async with asyncio.timeout(OPEN_S):
            await front.open()
    except TimeoutError:
        _log.warning("%s does not answer; it is waited for", front.platform)
    except ServiceError as error:
        if error.code != "platform-unreachable":
            raise


async def _heard(front: Front, ending: asyncio.Event) -> None:
    """Hear people on one platform for as long as the process lives, whatever happens there."""
    pause_s, longest_s = AGAIN_S
    while not ending.is_set():
        try:
            await front.run()
            pause_s = AGAIN_S[0]
        except ArtiCoverError as error:
            _log.error("%s does not hear anybody just now: %s", front.platform, error.code)
        except Exception:  # noqa: BLE001 - one platform's bug must not end the others
            _log.exception("unforeseen error of the front end for %s", front.platform)
        if ending.is_set():
            return
        await asyncio.sleep(pause_s)
        pause_s = min(pause_s * 2, longest_s)


async def _until(ending: asyncio.Event, fronts: Sequence[Front]) -> None:
    """Wait for the end, and let nobody begin anything new before the queue stops."""
    await ending.wait()
    await _each(fronts, lambda front: front.hush(), HUSH_S)


async def _each(
    fronts: Sequence[Front], do: Callable[[Front], Awaitable[None]], within_s: float
) -> None:
    async def one(front: Front) -> None:
        try:
            async with asyncio.timeout(within_s):
                await do(front)
        except TimeoutError:
            _log.warning("%s took too long to end", front.platform)
        except Exception:  # noqa: BLE001 - one platform's bug must not end the others
            _log.exception("unforeseen error of the front end for %s", front.platform)

    await asyncio.gather(*(one(front) for front in fronts))


async def _warm(house: House) -> None:
    """Have workers and the model ready; what cannot be started is met again by the first order.

    Who stands by for another process loads no model: a card may have room for one only.
    """
    with contextlib.suppress(ArtiCoverError):
        await house.warm()
    await _held(house.queue)
    with contextlib.suppress(ArtiCoverError):
        await house.load()


async def _tell(app: App, queue: Queue, service: Service) -> None:
    """Say once that the work is ours, and before that once that it is somebody else's."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(SETTLE_S):
            await _held(queue)
    if not queue.holds:
        click.echo(app.words.say("work-waiting"))
        await _held(queue)
    click.echo(service.begun)


async def _held(queue: Queue) -> None:
    while not queue.holds:  # noqa: ASYNC110 - the lock is another process's to let go
        await asyncio.sleep(LOOK_S)
