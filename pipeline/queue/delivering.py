"""Results on their way to people: every delivery is a durable step with its own tries.

A crash between filling and recording fills the same placeholder again, which changes nothing; a
crash between posting and recording leaves at most one stray placeholder behind. To one address
results go in the order in which they were finished, one at a time. Platforms do not wait for each
other, and no delivery takes longer than `send_s`.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from random import Random

from pipeline.domain.errors import ArtiCoverError, DeliveryError, StorageError
from pipeline.domain.event import Notice, SendFailed, Sent, StoreFailed, unnoticed
from pipeline.domain.job import Address, Fault
from pipeline.domain.limits import QueueLimits
from pipeline.domain.outcome import Delivery, Parcel
from pipeline.ports.clock import Clock
from pipeline.ports.delivery import Courier
from pipeline.ports.jobs import Outbox
from pipeline.queue.retry import backoff_s, next_try_s
from pipeline.queue.worker import stack_of

SEND_S = 60.0
"""How long one try may take."""
AT_ONCE = 4
"""Deliveries on their way on one platform; each may hold a print file in memory."""
LOOK_AHEAD = 20
MOST_HELD = 1_000
"""Addresses that one question to the outbox leaves out; databases count what it may name."""
DROP_S = 1.2
FORGET_S = 3600.0
"""What could not be recorded about a delivery that never comes up again is forgotten then."""

_log = logging.getLogger(__name__)


def _nobody() -> None:
    """Nobody wants to know."""


@dataclass(slots=True, kw_only=True)
class _Hold:
    """An address where `delivery` comes first; others wait until then (monotonic seconds).

    `message` and `filled` are what happened but could not be recorded yet, after `tries` tries.
    """

    delivery: str
    until: float
    patience_until: float
    message: str | None = None
    filled: bool = False
    tries: int = 0


@dataclass(slots=True, kw_only=True)
class Delivering:
    """Delivers what is due on the platforms of `couriers`."""

    outbox: Outbox
    couriers: Mapping[str, Courier]
    clock: Clock
    limits: QueueLimits = field(default_factory=QueueLimits)
    random: Random = field(default_factory=Random)
    notice: Notice = unnoticed
    ended: Callable[[], None] = _nobody
    send_s: float = SEND_S
    _busy: dict[Address, asyncio.Task[None]] = field(
        default_factory=dict[Address, "asyncio.Task[None]"], init=False
    )
    _holds: dict[Address, _Hold] = field(default_factory=dict[Address, _Hold], init=False)

    @property
    def busy(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._busy)

    async def look(self) -> None:
        """Send off what is due and may go now; it goes on in tasks of its own.

        Raises:
            StorageError: when the outbox cannot be read.
        """
        now = self.clock.monotonic()
        for address, hold in list(self._holds.items()):
            if address not in self._busy and now > hold.patience_until + FORGET_S:
                del self._holds[address]
        for platform in self.couriers:
            free = AT_ONCE - self._on_its_way(platform)
            if free > 0:
                # asked for without those that must wait: they would hide the others, and what
                # arrives while the outbox answers may be due still in its answer
                waiting = self._waiting()
                due = await self.outbox.due([platform], besides=waiting, limit=LOOK_AHEAD)
                for parcel in self._next(due)[:free]:
                    self._send_off(parcel)

    async def drop(self) -> None:
        """End what is on its way; it is tried again some other time."""
        tasks = list(self._busy.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=DROP_S)

    def _on_its_way(self, platform: str) -> int:
        return sum(address.platform == platform for address in self._busy)

    def _waiting(self) -> Sequence[Address]:
        """Addresses where something is on its way, or that are held even for what comes first."""
        now = self.clock.monotonic()
        held = (address for address, hold in self._holds.items()
                if now < hold.until and address not in self._busy)  # fmt: skip
        return [*self._busy, *islice(held, MOST_HELD)]

    def _next(self, due: Sequence[Parcel]) -> list[Parcel]:
        """The first delivery of every address that is not held for another one."""
        first: dict[Address, Parcel] = {}
        for parcel in due:
            if self._may_go(parcel.delivery):
                first.setdefault(parcel.delivery.address, parcel)
        return list(first.values())

    def _may_go(self, delivery: Delivery) -> bool:
        hold = self._holds.get(delivery.address)
        if hold is None:
            return True
        now = self.clock.monotonic()
        return now >= (hold.until if hold.delivery == delivery.id else hold.patience_until)

    def _send_off(self, parcel: Parcel) -> None:
        address = parcel.delivery.address
        task = asyncio.create_task(self._deliver(parcel))
        self._busy[address] = task
        task.add_done_callback(lambda done: self._over(address, done))

    def _over(self, address: Address, task: asyncio.Task[None]) -> None:
        self._busy.pop(address, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("a delivery could not be ended\n%s", stack_of(error))
            hold = self._holds[address]
            self._wait(hold, backoff_s(hold.tries, self.limits, self.random))
        self.ended()

    async def _deliver(self, parcel: Parcel) -> None:
        """One try, and what follows from it; a store that is away makes the address wait."""
        hold = self._hold_of(parcel.delivery)
        since = self.clock.monotonic()
        try:
            error = await self._tried(parcel, hold)
            if error is None:
                await self._sent(parcel, since)
            else:
                await self._failed(parcel, error)
        except StorageError as error:
            self.notice(StoreFailed(code=error.code))
            self._wait(hold, backoff_s(hold.tries, self.limits, self.random))

    def _hold_of(self, delivery: Delivery) -> _Hold:
        hold = self._holds.get(delivery.address)
        if hold is None or hold.delivery != delivery.id:
            hold = _Hold(delivery=delivery.id, until=0.0, patience_until=0.0)
            self._holds[delivery.address] = hold
        hold.tries += 1
        return hold

    def _wait(self, hold: _Hold, delay_s: float) -> None:
        """Keep the address for this delivery, a little longer than it takes to see it due again."""
        hold.until = self.clock.monotonic() + delay_s
        hold.patience_until = hold.until + 1.0 + 4 * self.limits.poll_s

    async def _tried(self, parcel: Parcel, hold: _Hold) -> ArtiCoverError | None:
        """Post and fill, as far as it is not done yet; what went wrong on the platform's side.

        Raises:
            StorageError: when the placeholder could not be recorded.
        """
        if hold.filled:
            return None
        platform = parcel.delivery.address.platform
        courier = self.couriers[platform]
        message = parcel.delivery.message or hold.message
        try:
            async with asyncio.timeout(self.send_s):
                if message is None:
                    hold.message = message = await courier.post(parcel)
        except Exception as error:  # noqa: BLE001 - a courier's bug must not lose a result
            return _told(error, platform)
        if parcel.delivery.message is None:
            await self.outbox.posted(parcel.delivery.id, message)
        try:
            async with asyncio.timeout(self.send_s):
                await courier.fill(message, parcel)
        except Exception as error:  # noqa: BLE001
            return _told(error, platform)
        hold.filled = True
        return None

    async def _sent(self, parcel: Parcel, since: float) -> None:
        delivery = parcel.delivery
        if await self.outbox.sent(delivery.id):
            seconds = self.clock.monotonic() - since
            self.notice(Sent(job=delivery.job, delivery=delivery.id, attempts=delivery.attempts + 1,
                             platform=delivery.address.platform, seconds=seconds))  # fmt: skip
        self._holds.pop(delivery.address, None)

    async def _failed(self, parcel: Parcel, error: ArtiCoverError) -> None:
        delivery = parcel.delivery
        tries = delivery.attempts + 1
        most = self.limits.delivery_attempts
        delay_s = next_try_s(error, tries, most, self.limits, self.random)
        if delay_s is None:
            await self.outbox.give_up(delivery.id, _reason(error, delivery, tries))
            self._holds.pop(delivery.address, None)
        else:
            not_before = self.clock.now() + timedelta(seconds=delay_s)
            await self.outbox.postpone(delivery.id, not_before, Fault.of(error))
            self._wait(self._holds[delivery.address], delay_s)
        self.notice(SendFailed(
            job=delivery.job, delivery=delivery.id, platform=delivery.address.platform,
            code=error.code, retried=delay_s is not None,
        ))  # fmt: skip


def _told(error: Exception, platform: str) -> ArtiCoverError:
    """A courier's error as one that can be told; what nobody foresaw may pass like an outage."""
    match error:
        case ArtiCoverError():
            return error
        case TimeoutError():
            return DeliveryError("delivery-unavailable", platform=platform)
        case _:
            _log.error("unforeseen error of the courier for %s\n%s", platform, stack_of(error))
            return DeliveryError("delivery-unavailable", platform=platform)


def _reason(error: ArtiCoverError, delivery: Delivery, tries: int) -> Fault:
    """Why a result is not delivered: tries that were spent count more than the last one's error."""
    if not error.retryable:
        return Fault.of(error)
    spent = DeliveryError("delivery-spent", platform=delivery.address.platform, attempts=tries)
    return Fault.of(spent)
