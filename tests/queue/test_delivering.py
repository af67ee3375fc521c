"""Results on their way: tried again, recognised after a crash, in order, and never held up."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from pipeline.domain.errors import DeliveryError, StorageError
from pipeline.domain.event import SendFailed, Sent, StoreFailed
from pipeline.domain.outcome import DeliveryState
from pipeline.queue.delivering import Delivering
from pipeline.queue.performing import run_job
from tests.queue.installation import LIMITS, Recorder, raising

OUTAGE = DeliveryError("delivery-unavailable", platform="recorder")


async def finished(house, place: str = "") -> str:
    """A job whose result waits for its delivery."""
    job = await house.order(place=place)
    await run_job(job, house.means())
    return job


def delivering(house, **changes) -> Delivering:
    """What a process has that has just started."""
    settings = {
        "outbox": house.outbox, "couriers": {c.platform: c for c in house.couriers},
        "clock": house.clock, "limits": house.limits, "random": Random(1), "notice": house.notice,
        "ended": house.pulse.beat,
    }  # fmt: skip
    return Delivering(**settings | changes)


async def round_of(house, deliveries: Delivering) -> None:
    """Look once, and wait for what was sent off."""
    await deliveries.look()
    await house.pulse.until(lambda: not deliveries.busy)


def shipment(house, job):
    return house.state.shipment_of(job)


async def test_a_result_is_posted_filled_and_recorded_once(house):
    job = await finished(house)
    deliveries = delivering(house)
    for _ in range(3):
        await round_of(house, deliveries)
    assert (house.courier.posted, house.courier.brought) == ([job], [job])
    assert house.is_now(job) == "Delivered"
    assert len(house.of(Sent, job=job, platform="recorder", attempts=1)) == 1


async def test_an_outage_is_waited_out_and_the_same_placeholder_filled(house):
    job = await finished(house)
    house.courier.fill_acts = [raising(OUTAGE)]
    deliveries = delivering(house)
    await round_of(house, deliveries)
    assert house.of(SendFailed, job=job, code="delivery-unavailable", retried=True)
    await arrives(house, deliveries, job)
    assert (house.courier.posted, house.courier.filled[0][0]) == ([job], "message-1")


async def arrives(house, deliveries, job):
    """Look as often as a queue does, until a delivery is settled."""
    async with asyncio.timeout(20):
        while shipment(house, job).state is DeliveryState.PENDING:
            await deliveries.look()
            await asyncio.sleep(house.limits.poll_s)


async def test_tries_that_are_spent_end_with_that_reason(house):
    job = await finished(house)
    house.courier.post_acts = [raising(OUTAGE)] * 10
    await arrives(house, delivering(house), job)
    kept = shipment(house, job)
    assert (kept.state, kept.fault.code) == (DeliveryState.GIVEN_UP, "delivery-spent")
    assert kept.fault.facts["attempts"] == LIMITS.delivery_attempts
    assert len(house.courier.post_acts) == 10 - LIMITS.delivery_attempts
    assert house.is_now(job) == "Done"


@pytest.mark.parametrize("error", [
    DeliveryError("delivery-gone", platform="recorder"),
    DeliveryError("delivery-refused", platform="recorder", reason="too large"),
    StorageError("blob-missing", sha256="0"),
])  # fmt: skip
async def test_what_will_not_pass_is_given_up_at_once(house, error):
    job = await finished(house)
    house.courier.fill_acts = [raising(error)]
    await round_of(house, delivering(house))
    assert shipment(house, job).state is DeliveryState.GIVEN_UP
    assert shipment(house, job).fault.code == error.code
    assert house.of(SendFailed, job=job, retried=False)


async def test_a_couriers_bug_loses_no_result_and_logs_no_words(house, caplog):
    job = await finished(house)
    house.courier.post_acts = [raising(ValueError("A secret title"))]
    await arrives(house, delivering(house), job)
    assert house.courier.brought == [job]
    assert "unforeseen error of the courier" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize(("method", "posts", "fills"), [("posted", 2, 1), ("sent", 1, 2)])
async def test_a_crash_is_recognised_as_far_as_the_platform_allows(house, method, posts, fills):
    """Between post and record at most one stray placeholder; between fill and record none."""
    job = await finished(house)
    before = delivering(house)
    stuck = asyncio.Event()

    async def never(*_):
        stuck.set()
        await asyncio.Event().wait()

    setattr(house.outbox, method, never)
    await before.look()
    await stuck.wait()
    await before.drop()
    delattr(house.outbox, method)
    await round_of(house, delivering(house))
    assert house.is_now(job) == "Delivered"
    assert len(house.courier.posted) == posts
    assert [message for message, _ in house.courier.filled] == [f"message-{posts}"] * fills


@pytest.mark.parametrize("method", ["posted", "sent", "postpone", "give_up"])
async def test_what_the_store_could_not_record_is_not_done_again_by_the_same_process(house, method):
    job = await finished(house)
    house.outbox.breaks(method)
    if method == "postpone":
        house.courier.post_acts = [raising(OUTAGE)]
    if method == "give_up":
        house.courier.post_acts = [raising(DeliveryError("delivery-gone", platform="recorder"))]
    deliveries = delivering(house)
    await round_of(house, deliveries)
    assert house.of(StoreFailed, code="storage-unavailable")
    house.outbox.broken.clear()
    await arrives(house, deliveries, job)
    assert house.courier.posted == [job]
    assert house.courier.brought == [job]


async def test_a_store_that_records_nothing_is_not_asked_without_end(house):
    """Nor is the platform: a full disk must not send a message at every poll."""
    await finished(house)
    house.outbox.breaks("sent", StorageError("storage-full"))
    slow = replace(house.limits, backoff_s=3600.0, longest_backoff_s=3600.0)
    deliveries = delivering(house, limits=slow)
    for _ in range(20):
        await round_of(house, deliveries)
    assert house.outbox.calls.count("sent") == len(house.courier.filled) == 1


async def test_a_hanging_platform_holds_up_nobody_else(house):
    hanging, house.courier = house.courier, Recorder(house.pulse, platform="other")
    house.couriers.append(house.courier)

    async def hang() -> None:
        await asyncio.Event().wait()

    hanging.post_acts = [hang] * 50
    for _ in range(30):
        await finished(house)
    job = await finished(house)
    kept = house.state.shipment_of(job)
    kept.delivery = replace(kept.delivery, address=replace(kept.delivery.address, platform="other"))
    deliveries = delivering(house)
    await deliveries.look()
    await house.pulse.until(lambda: house.is_now(job) == "Delivered")
    await deliveries.drop()


async def test_a_try_that_hangs_ends_and_is_tried_again(house):
    job = await finished(house)

    async def hang() -> None:
        await asyncio.Event().wait()

    house.courier.fill_acts = [hang]
    await arrives(house, delivering(house, send_s=0.05), job)
    assert house.of(SendFailed, job=job, code="delivery-unavailable", retried=True)
    assert house.courier.brought == [job]


async def test_results_reach_an_address_in_their_order_whatever_fails(house):
    jobs = [await finished(house, place="channel") for _ in range(4)]
    house.courier.post_acts = [raising(OUTAGE)]
    house.courier.fill_acts = [raising(OUTAGE)]
    deliveries = delivering(house)
    for job in jobs:
        await arrives(house, deliveries, job)
    assert house.courier.brought == jobs


async def test_a_failing_address_does_not_hold_up_another(house):
    first = await finished(house)
    second = await finished(house)
    house.courier.post_acts = [raising(OUTAGE)]
    await round_of(house, delivering(house))
    assert house.courier.brought == [second]
    assert house.is_now(first) == "Done"


async def test_a_failure_is_told_as_well(house):
    job = await house.order()
    del house.state.covers[f"cover-{job}"]
    await run_job(job, house.means())
    await round_of(house, delivering(house))
    assert house.courier.brought == [job]
    assert house.is_now(job) == "Failed"


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1)])
async def test_a_clock_that_jumps_delays_no_delivery(house, jump):
    job = await finished(house)
    house.courier.post_acts = [raising(OUTAGE)]
    deliveries = delivering(house)
    await round_of(house, deliveries)
    house.clock.ahead += jump
    await arrives(house, deliveries, job)
    assert house.courier.brought == [job]


class HalfDead(Recorder):
    """A platform with a place that cannot be reached."""

    async def post(self, parcel):
        if parcel.delivery.address.place == "dead":
            raise OUTAGE
        return await super().post(parcel)


async def test_a_place_that_cannot_be_reached_holds_up_no_other_however_much_waits_for_it(opened):
    house = opened(replace(LIMITS, backoff_s=60.0, longest_backoff_s=60.0))
    house.couriers = [HalfDead(house.pulse)]
    for _ in range(40):
        await finished(house, place="dead")
    job = await finished(house, place="alive")
    deliveries = delivering(house)
    for _ in range(3):
        await round_of(house, deliveries)
    assert shipment(house, job).state is DeliveryState.SENT
