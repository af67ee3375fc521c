"""Deliveries, the switch and the lock in memory."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from pipeline.domain.foreseeing import Enlarging
from pipeline.domain.job import Address, Fault, delivered
from pipeline.domain.outcome import DeliveryState, Parcel, Receipt
from pipeline.domain.waiting import is_due, wait_until
from pipeline.ports.clock import Clock
from storage.memory_state import PAUSED, MemoryState, Shipment


class MemoryOutbox:
    """Results on their way, in memory; see `pipeline.ports.jobs.Outbox`."""

    def __init__(self, state: MemoryState, clock: Clock) -> None:
        self._state = state
        self._clock = clock

    async def due(
        self, platforms: Collection[str], *, besides: Collection[Address] = (), limit: int = 20
    ) -> Sequence[Parcel]:
        """See the port."""
        ready = [
            self._state.parcel(shipment)
            for shipment in self._state.shipments.values()
            if shipment.state is DeliveryState.PENDING
            and shipment.delivery.address.platform in platforms
            and shipment.delivery.address not in besides
            and is_due(shipment.not_before, self._clock.now())
        ]
        return ready[:limit]

    async def posted(self, delivery: str, message: str) -> None:
        """See the port."""
        if shipment := self._pending(delivery):
            shipment.delivery = replace(shipment.delivery, message=message)

    async def sent(self, delivery: str) -> bool:
        """See the port."""
        shipment = self._pending(delivery)
        if shipment is None:
            return False
        job = shipment.delivery.job
        self._state.jobs[job] = delivered(self._state.jobs[job])
        shipment.state = DeliveryState.SENT
        return True

    async def postpone(self, delivery: str, not_before: datetime, fault: Fault) -> None:
        """See the port."""
        if shipment := self._pending(delivery):
            self._tried(shipment, fault)
            shipment.not_before = wait_until(not_before, self._clock.now())

    async def give_up(self, delivery: str, fault: Fault) -> None:
        """See the port."""
        if shipment := self._pending(delivery):
            self._tried(shipment, fault)
            shipment.state = DeliveryState.GIVEN_UP

    def _pending(self, delivery: str) -> Shipment | None:
        shipment = self._state.shipments.get(delivery)
        return shipment if shipment and shipment.state is DeliveryState.PENDING else None

    def _tried(self, shipment: Shipment, fault: Fault) -> None:
        tries = shipment.delivery.attempts + 1
        shipment.delivery = replace(shipment.delivery, attempts=tries)
        shipment.fault = fault


class MemoryHolds:
    """Files that stay for a while, in memory; see `pipeline.ports.jobs.Holds`."""

    def __init__(self, state: MemoryState, clock: Clock) -> None:
        self._state = state
        self._clock = clock

    async def hold(self, delivery: str, until: datetime) -> bool:
        """See the port."""
        shipment = self._state.shipments.get(delivery)
        if shipment is None or not (_is_pending(shipment) or shipment.held_until):
            return False
        shipment.held_until = until
        return True

    async def expire(self) -> int:
        """See the port."""
        now, gone = self._clock.now(), 0
        for shipment in self._state.shipments.values():
            over = shipment.held_until is not None and shipment.held_until <= now
            if over and not _is_pending(shipment):
                shipment.held_until = None
                gone += len({file.sha256 for file in shipment.files})
        return gone


def _is_pending(shipment: Shipment) -> bool:
    return shipment.state is DeliveryState.PENDING


class MemoryReceipts:
    """What became of results, in memory; see `pipeline.ports.jobs.Receipts`."""

    def __init__(self, state: MemoryState) -> None:
        self._state = state

    async def receipt(self, job: str) -> Receipt | None:
        """See the port."""
        shipment = self._state.shipment_of(job)
        if shipment is None:
            return None
        parcel = self._state.parcel(shipment)
        return Receipt(parcel=parcel, state=shipment.state, fault=shipment.fault)

    async def faults(self, job: str) -> Sequence[Fault]:
        """See the port."""
        return tuple(self._state.faults.get(job, ()))

    async def enlargings(self) -> Sequence[Enlarging]:
        """See the port."""
        return [one for late in self._state.enlargings.values() for one in reversed(late)]


class MemorySwitch:
    """Pausing, in memory; see `pipeline.ports.jobs.QueueSwitch`."""

    def __init__(self, state: MemoryState) -> None:
        self._state = state

    async def pause(self) -> None:
        """See the port."""
        self._state.settings[PAUSED] = "yes"

    async def resume(self) -> None:
        """See the port."""
        self._state.settings.pop(PAUSED, None)


class MemoryLock:
    """The right to run the queue of one `MemoryState`; see `pipeline.ports.jobs.QueueLock`."""

    def __init__(self, state: MemoryState) -> None:
        self._state = state

    async def take(self) -> bool:
        """See the port."""
        if self._state.holder is None:
            self._state.holder = self
        return self._state.holder is self

    async def held(self) -> bool:
        """See the port."""
        return self._state.holder is self

    async def give_back(self) -> None:
        """See the port."""
        if self._state.holder is self:
            self._state.holder = None
