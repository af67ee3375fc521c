"""What was read a moment too early must not be done again."""

import asyncio
from dataclasses import replace

from pipeline.domain.outcome import DeliveryState
from tests.faults.life import at_rest, at_work, queue_of, until
from tests.faults.platform import RecordingCourier, messages
from tests.faults.test_once import submitted


class _SlowOutbox:
    """Answers what is due only when what was on its way at that moment has arrived."""

    def __init__(self, store, on_its_way: asyncio.Event) -> None:
        self._store = store
        self._on_its_way = on_its_way
        self.stale = asyncio.Event()
        self._job = None

    def __getattr__(self, name: str):
        return getattr(self._store.outbox, name)

    async def due(self, platforms, **wanted):
        found = await self._store.outbox.due(platforms, **wanted)
        self._job = self._job or next((parcel.job.id for parcel in found), None)
        if self._on_its_way.is_set() and not self.stale.is_set():
            self.stale.set()
            await until(lambda: self._arrived(self._job))
        return found

    async def _arrived(self, job: str) -> bool:
        receipt = await self._store.receipts.receipt(job)
        return receipt is not None and receipt.state is DeliveryState.SENT


class _WaitingCourier(RecordingCourier):
    """Posts only after the outbox was asked once more."""

    def __init__(self, record, store) -> None:
        super().__init__(record, store.blobs)
        self.on_its_way = asyncio.Event()
        self.outbox = _SlowOutbox(store, self.on_its_way)

    async def post(self, parcel) -> str:
        self.on_its_way.set()
        await self.outbox.stale.wait()
        return await super().post(parcel)


async def test_a_result_that_arrives_while_the_outbox_answers_is_not_sent_again(
    place, store
) -> None:
    job = await submitted(store)
    record = place.platform()
    courier = _WaitingCourier(record, store)
    async with at_work(queue_of(replace(store, outbox=courier.outbox), courier)):
        await until(lambda: at_rest(store))
    assert courier.outbox.stale.is_set()
    assert [len(messages(record).filled[job.id]), messages(record).strays] == [1, 0]
