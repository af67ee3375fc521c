"""Two processes that could run the queue, and a service manager that ends them."""

import signal

import pytest

from pipeline.domain.job import Delivered, Queued
from tests.faults.life import at_rest, until
from tests.faults.platform import messages
from tests.faults.wares import order
from tests.faults.worker import open_gate, workers

pytestmark = pytest.mark.kills

PEOPLE = 2


async def ordered(store, count: int) -> list[str]:
    """Orders of two people in turn, so that two can run side by side."""
    return [(await by_person(store, n)).id for n in range(count)]


async def by_person(store, number: int):
    person = await store.people.meet("platform", f"person-{number % PEOPLE}")
    job, cover = order(f"order-{number}", person.id, seed=number)
    return await store.jobs.submit(job, cover=cover, most_open=99)


async def states(store, ids) -> list[object]:
    return [(await store.jobs.job(job)).state for job in ids]


async def test_one_process_runs_the_queue_and_the_other_takes_over_when_it_dies(
    place, store
) -> None:
    ids = await ordered(store, 4)
    with workers(place, count=2) as both:
        await until(lambda: holder_of(both))
        first, second = sorted(both, key=lambda worker: not worker.noted(queue="taken"))
        await first.notes(waits=0)
        assert not second.noted(queue="taken")
        first.process.kill()
        await second.notes(queue="taken", within_s=10.0)
        open_gate(place)
        await until(lambda: at_rest(store))
    assert await states(store, ids) == [Delivered()] * 4
    assert [len(m) for m in messages(place.platform()).filled.values()] == [1] * 4


async def holder_of(both) -> bool:
    """Whether both are there, and one of them has the queue."""
    here = all(worker.noted(queue="here") for worker in both)
    return here and any(worker.noted(queue="taken") for worker in both)


async def test_sigterm_lets_what_runs_be_finished_and_leaves_what_waits(place, store) -> None:
    ids = await ordered(store, 5)
    with workers(place) as (worker,):
        await worker.notes(waits=0)
        await worker.notes(waits=1)
        worker.send(signal.SIGTERM)
        await worker.notes(queue="draining")
        open_gate(place)
        assert await worker.ended() == 0
        assert len(worker.noted(queue="stopped")) == 1
    assert await states(store, ids) == [Delivered()] * 2 + [Queued()] * 3


async def test_sigterm_hands_back_what_takes_too_long_and_the_attempt_does_not_count(
    place, store
) -> None:
    ids = await ordered(store, 5)
    with workers(place, environment={"DRAIN_S": "0.2"}) as (worker,):
        await worker.notes(waits=0)
        await worker.notes(waits=1)
        worker.send(signal.SIGTERM)
        assert await worker.ended(within_s=10.0) == 0
    assert await states(store, ids) == [Queued()] * 5
    assert [(await store.jobs.job(job)).attempts for job in ids] == [0] * 5


@pytest.mark.parametrize("signals", [2, 5])
async def test_sigterm_sent_again_and_again_ends_the_queue_as_once(place, store, signals) -> None:
    ids = await ordered(store, 2)
    with workers(place) as (worker,):
        await worker.notes(waits=0)
        for _ in range(signals):
            worker.send(signal.SIGTERM)
        open_gate(place)
        assert await worker.ended() == 0
    assert set(map(type, await states(store, ids))) <= {Delivered, Queued}
