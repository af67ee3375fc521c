"""What every store of people promises, in memory, in SQLite and in PostgreSQL."""

import asyncio
from dataclasses import replace

import pytest

from pipeline.domain.operation import Letter
from pipeline.domain.person import Preferences
from storage.people import SqlPeople
from tests.storage.orders import Orders


@pytest.fixture
def orders(store):
    return Orders(store)


async def test_a_person_is_met_again_as_the_same(store):
    first = await store.people.meet("discord", "1")
    assert await store.people.meet("discord", "1") == first
    assert await store.people.person(first.id) == first


async def test_an_account_of_another_platform_is_another_person(store):
    one, other = [await store.people.meet(platform, "1") for platform in ("discord", "telegram")]
    assert one.id != other.id


async def test_many_who_meet_somebody_at_once_meet_one_person(store):
    met = await asyncio.gather(*(store.people.meet("discord", "1") for _ in range(12)))
    assert len({person.id for person in met}) == 1


async def test_two_processes_that_meet_somebody_at_once_meet_one_person(database):
    """Between looking and writing the other one came first."""
    late = SqlPeople(database, ids=iter(["late"]).__next__)
    find, calls = late._find, []

    async def find_after_the_other(wanted):
        found = await find(wanted)
        if not calls:
            calls.append(await SqlPeople(database).meet("discord", "1"))
        return found

    late._find = find_after_the_other
    assert await late.meet("discord", "1") == calls[0]


async def test_nobody_has_an_unknown_id(store):
    assert await store.people.person("nobody") is None


async def test_preferences_are_kept(store):
    person = await store.people.meet("discord", "1")
    wanted = Preferences(language="ko", format="신국판", genre="noir", forkable=False, shared=True)
    await store.people.prefer(person.id, wanted)
    assert await store.people.meet("discord", "1") == replace(person, preferences=wanted)


async def test_preferences_of_somebody_who_was_forgotten_are_not_kept(store):
    await store.people.prefer("nobody", Preferences(language="ko"))
    assert await store.people.person("nobody") is None


async def test_what_a_person_uses_is_counted_once_for_each_picture(orders, store):
    first = await orders.claimed()
    result = await orders.result(first, versions=2)
    same = replace(result.versions[1], raster=result.versions[0].raster)
    await store.work.settle(first.id, "t", replace(result, versions=(result.versions[0], same)))
    pictures = {sha for v in (result.versions[0], same) for sha in (v.raster, v.preview)}
    assert await store.people.usage(first.person) == await bytes_of(store, pictures)


async def bytes_of(store, pictures):
    return sum([len(await store.blobs.get(sha)) for sha in pictures])


async def test_the_files_of_a_result_count_until_it_was_sent(orders, store):
    job = await orders.finished(versions=0, files=2)
    (parcel,) = await store.outbox.due(["terminal"])
    assert await store.people.usage(job.person) == sum(file.size for file in parcel.files)
    await store.outbox.sent(parcel.delivery.id)
    assert await store.people.usage(job.person) == 0


async def test_the_picture_of_an_open_order_counts(orders, store):
    async with store.blobs.writing():
        sha = await store.blobs.put(b"a photograph")
        job = await orders.submit(operation=Letter(picture=sha, seed=1))
    assert await store.people.usage(job.person) == len(b"a photograph")


async def test_what_somebody_else_uses_does_not_count(orders, store):
    await orders.finished("bob")
    assert await store.people.usage(await orders.person("ada")) == 0
    assert await store.people.usage("nobody") == 0
