"""What every store of people promises, in memory, in SQLite and in PostgreSQL."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from pipeline.domain.operation import Fork, Letter
from pipeline.domain.person import Forgotten, Preferences
from storage.cover_rows import cover_row
from storage.opening import open_database
from storage.people import SqlPeople
from storage.tables import covers, metadata, people, versions
from storage.version_rows import version_row
from tests.storage.orders import Orders, cover_for

NOTHING = Forgotten(covers=0, versions=0, jobs=0, pictures=0, picture_bytes=0)


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
    wanted = Preferences(language="ko", format="신국판", genre="noir", forkable=False)
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


async def test_forgetting_removes_everything_and_says_what(orders, store):
    job = await orders.finished(versions=2, files=1)
    await orders.submit()
    used = await store.people.usage(job.person)
    forgotten = await store.people.forget(job.person)
    assert forgotten == Forgotten(covers=2, versions=2, jobs=2, pictures=5, picture_bytes=used)
    assert await store.people.person(job.person) is None
    assert await store.covers.cover(job.cover) is None
    assert not await store.jobs.jobs_of(job.person)
    assert list(await store.outbox.due(["terminal"])) == []
    assert await store.references() == frozenset()


@pytest.mark.parametrize("kind", ["sqlite", "postgres"], indirect=True)
async def test_forgetting_leaves_no_row_in_any_table(orders, store, store_url, tmp_path):
    await orders.finished(versions=2, files=1)
    async with store.blobs.writing():
        sha = await store.blobs.put(b"a photograph")
        await orders.submit(operation=Letter(picture=sha, seed=1))
    await store.people.forget(await orders.person())
    database = open_database(store_url, tmp_path)
    async with database.reading() as connection:
        left = {table.name: (await connection.execute(select(table))).all()
                for table in metadata.sorted_tables}  # fmt: skip
    await database.close()
    assert not any(left.values()), left


async def test_forgetting_leaves_what_others_have(orders, store):
    kept = await orders.finished("bob", files=1)
    await orders.finished("ada")
    await store.people.forget(await orders.person("ada"))
    assert len(await store.covers.tree(kept.cover)) == 1
    assert len(await store.outbox.due(["terminal"])) == 1


async def test_a_fork_outlives_what_it_was_made_from(orders, store):
    origin = await orders.finished("ada")
    (source,) = await store.covers.tree(origin.cover)
    bob = await orders.person("bob")
    fork = replace(cover_for(bob), forked_from=source.id)
    job = replace(await orders.submit("bob", Fork(source=source.id)), id="j", key="k",
                  cover=fork.id, version=source.id)  # fmt: skip
    await store.jobs.submit(job, cover=fork, most_open=9)
    await store.work.claim("j", "t")
    result = await orders.result(job)
    copy = replace(result.versions[0], parent=None, raster=source.raster)
    await store.work.settle("j", "t", replace(result, versions=(copy,)))
    forgotten = await store.people.forget(origin.person)
    assert forgotten.pictures == 1  # the preview; the art is the fork's as well
    assert [v.raster for v in await store.covers.tree(fork.id)] == [source.raster]
    assert {copy.raster, copy.preview} <= await store.references()
    assert await store.jobs.job("j") is not None


async def test_a_job_that_runs_ends_when_its_owner_is_forgotten(orders, store):
    job = await orders.claimed()
    result = await orders.result(job)
    await store.people.forget(job.person)
    assert not await store.work.settle(job.id, "t", result)
    assert await store.references() == frozenset()


async def test_there_is_nothing_to_forget_of_somebody_unknown(store):
    assert await store.people.forget("nobody") == NOTHING


async def test_a_cover_of_two_thousand_generations_can_be_forgotten(database, pattern):
    """SQLite follows cascades for a thousand levels only."""
    person = (await SqlPeople(database).meet("terminal", "ada")).id
    async with database.writing() as connection:
        await connection.execute(
            insert(covers).values(**cover_row(cover_for(person)) | {"id": "c"})
        )
        parents = [None, *(f"v{n}" for n in range(1_999))]
        chain = [replace(pattern, id=f"v{n}", cover="c", number=n + 1, parent=parent)
                 for n, parent in enumerate(parents)]  # fmt: skip
        await connection.execute(insert(versions), [version_row(version) for version in chain])
    assert (await SqlPeople(database).forget(person)).versions == 2_000
    async with database.reading() as connection:
        assert (await connection.execute(select(people))).all() == []
        assert (await connection.execute(select(versions))).all() == []
