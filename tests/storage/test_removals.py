"""What every store promises of forgetting a person and of removing a cover."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from pipeline.domain.operation import Fork, Letter, Vary
from pipeline.domain.person import Forgotten
from pipeline.domain.print_wishes import note_key
from storage.cover_rows import cover_row
from storage.opening import open_database
from storage.people import SqlPeople
from storage.removals import SqlRemovals
from storage.tables import covers, metadata, people, versions
from storage.version_rows import version_row
from tests.storage.orders import TOKEN, Orders, cover_for, job_for

NOTHING = Forgotten(covers=0, versions=0, jobs=0, pictures=0, picture_bytes=0)


@pytest.fixture
def orders(store):
    return Orders(store)


async def joined(orders, job, name="bob", *, files=0):
    """A result that somebody else brought to the cover of a job, with its delivery on its way."""
    store = orders.store
    more = job_for(await orders.person(name), job.cover, Vary(seed=1))
    await store.jobs.submit(more, most_open=9)
    await store.work.claim(more.id, TOKEN)
    assert await store.work.settle(more.id, TOKEN, await orders.result(more, files=files))
    return more


async def test_forgetting_removes_everything_and_says_what(orders, store):
    job = await orders.finished(versions=2, files=1)
    await orders.submit()
    used = await store.people.usage(job.person)
    forgotten = await store.removals.forget(job.person)
    assert forgotten == Forgotten(covers=2, versions=2, jobs=2, pictures=5, picture_bytes=used)
    assert await store.people.person(job.person) is None
    assert await store.covers.cover(job.cover) is None
    assert not await store.jobs.jobs_of(job.person)
    assert list(await store.outbox.due(["terminal"])) == []
    assert await store.references() == frozenset()


async def test_what_forgetting_would_remove_is_what_it_removes(orders, store):
    job = await orders.finished(versions=2, files=1)
    await orders.submit()
    await joined(orders, job, files=1)
    [shared, _, _] = await store.covers.tree(job.cover)
    fork = await orders.submit("eve", operation=Fork(source=shared.id))
    await store.work.claim(fork.id, TOKEN)
    outcome = await orders.result(fork)
    versions = (replace(outcome.versions[0], preview=shared.preview, raster=shared.raster),)
    assert await store.work.settle(fork.id, TOKEN, replace(outcome, versions=versions))

    told = await store.removals.would_forget(job.person)

    assert told.jobs == 3, "with what somebody else ordered on the cover"
    assert told.picture_bytes < await store.people.usage(job.person), "the fork needs some"
    assert await store.covers.tree(job.cover)
    assert await store.removals.forget(job.person) == told
    assert await store.removals.would_forget(job.person) == NOTHING


@pytest.mark.parametrize("going", ["cover", "owner"])
async def test_what_anybody_wanted_printed_of_a_cover_goes_with_it_and_nothing_else(
    orders, store, going
):
    job, other = await orders.finished(), await orders.finished()
    bob = await orders.person("bob")
    for whose in (job.person, bob):
        for cover in (job.cover, other.cover):
            await store.notes.keep(whose, note_key(cover), "312 pages")
    await store.notes.keep(bob, "talk", "half a brief")

    await (
        store.removals.remove(job.cover) if going == "cover" else store.removals.forget(job.person)
    )

    kept = {note_key(other.cover): "312 pages"} if going == "cover" else {}
    assert await store.notes.notes(bob) == kept | {"talk": "half a brief"}
    assert await store.notes.notes(job.person) == kept


@pytest.mark.parametrize("kind", ["sqlite", "postgres"], indirect=True)
async def test_forgetting_leaves_no_row_in_any_table(orders, store, store_url, tmp_path):
    await orders.finished(versions=2, files=1)
    async with store.blobs.writing():
        sha = await store.blobs.put(b"a photograph")
        await orders.submit(operation=Letter(picture=sha, seed=1))
    await store.notes.keep(await orders.person(), "talk", "half a brief")
    await store.removals.forget(await orders.person())
    database = open_database(store_url, tmp_path)
    async with database.reading() as connection:
        left = {table.name: (await connection.execute(select(table))).all()
                for table in metadata.sorted_tables}  # fmt: skip
    await database.close()
    assert not any(left.values()), left


async def test_forgetting_leaves_what_others_have(orders, store):
    kept = await orders.finished("bob", files=1)
    await orders.finished("ada")
    await store.removals.forget(await orders.person("ada"))
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
    forgotten = await store.removals.forget(origin.person)
    assert forgotten.pictures == 1  # the preview; the art is the fork's as well
    assert [v.raster for v in await store.covers.tree(fork.id)] == [source.raster]
    assert {copy.raster, copy.preview} <= await store.references()
    assert await store.jobs.job("j") is not None


async def test_a_job_that_runs_ends_when_its_owner_is_forgotten(orders, store):
    job = await orders.claimed()
    result = await orders.result(job)
    await store.removals.forget(job.person)
    assert not await store.work.settle(job.id, "t", result)
    assert await store.references() == frozenset()


async def test_there_is_nothing_to_forget_of_somebody_unknown(store):
    assert await store.removals.forget("nobody") == NOTHING


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
    assert (await SqlRemovals(database).forget(person)).versions == 2_000
    async with database.reading() as connection:
        assert (await connection.execute(select(people))).all() == []
        assert (await connection.execute(select(versions))).all() == []


async def test_what_others_add_to_a_cover_is_on_its_owners_account(orders, store):
    first = await orders.finished("ada")
    before = await store.people.usage(first.person)
    more = await joined(orders, first)
    assert await store.people.usage(more.person) == 0
    assert await store.people.usage(first.person) > before


async def test_forgetting_who_added_to_a_cover_leaves_it_whole(orders, store):
    first = await orders.finished("ada")
    more = await joined(orders, first)
    forgotten = await store.removals.forget(more.person)
    assert forgotten == replace(NOTHING, jobs=1)
    tree = await store.covers.tree(first.cover)
    assert [version.number for version in tree] == [1, 2]
    assert {version.preview for version in tree} <= await store.references()
    assert await store.people.usage(first.person) > 0


async def test_forgetting_an_owner_takes_what_others_added(orders, store):
    first = await orders.finished("ada")
    more = await joined(orders, first, files=1)
    forgotten = await store.removals.forget(first.person)
    assert (forgotten.versions, forgotten.jobs, forgotten.pictures) == (2, 2, 5)
    assert await store.jobs.job(more.id) is None
    assert await store.references() == frozenset()


async def test_a_cover_goes_with_all_that_hangs_on_it_and_nothing_else(orders, store):
    first, other = await orders.finished("ada", files=1), await orders.finished("ada")
    await joined(orders, first, files=1)
    used = sum([len(await store.blobs.get(sha)) for sha in await store.references()])
    kept = await store.people.usage(first.person)
    removed = await store.removals.remove(first.cover)
    assert (removed.covers, removed.versions, removed.jobs, removed.pictures) == (1, 2, 2, 6)
    assert await store.covers.cover(first.cover) is None
    assert [job.id for job in await store.jobs.jobs_of(first.person)] == [other.id]
    assert len(await store.outbox.due(["terminal"])) == 1
    left = await store.people.usage(first.person)
    assert (left < kept, removed.picture_bytes) == (True, used - left)
    assert [entry.cover for entry in (await store.covers.history(first.person)).entries] == [
        other.cover
    ]


async def test_the_queue_goes_on_without_the_jobs_of_a_removed_cover(orders, store):
    runs, waits = await orders.claimed(), await orders.submit()
    result = await orders.result(runs)
    await store.removals.remove(runs.cover)
    await store.removals.remove(waits.cover)
    assert not await store.work.settle(runs.id, TOKEN, result)
    assert await store.work.claim(waits.id, TOKEN) is None
    assert (await store.jobs.overview()).lines == ()
    assert await store.references() == frozenset()


async def test_a_fork_outlives_the_cover_that_it_was_made_from(orders, store):
    origin = await orders.finished("ada")
    (source,) = await store.covers.tree(origin.cover)
    fork = replace(cover_for(await orders.person("bob")), forked_from=source.id)
    job = job_for(fork.owner, fork.id, Fork(source=source.id), version=source.id)
    await store.jobs.submit(job, cover=fork, most_open=9)
    await store.work.claim(job.id, TOKEN)
    result = await orders.result(job)
    copy = replace(result.versions[0], parent=None, raster=source.raster)
    await store.work.settle(job.id, TOKEN, replace(result, versions=(copy,)))
    assert (await store.removals.remove(origin.cover)).pictures == 1  # the art is the fork's too
    assert [version.id for version in await store.covers.tree(fork.id)] == [copy.id]
    assert (await store.jobs.job(job.id)).version is None


async def test_what_is_delivered_just_then_does_no_harm(orders, store):
    job = await orders.finished(files=1)
    [parcel] = await store.outbox.due(["terminal"])
    await store.removals.remove(job.cover)
    await store.outbox.posted(parcel.delivery.id, "message 1")
    assert not await store.outbox.sent(parcel.delivery.id)


@pytest.mark.parametrize("what", ["cover", "person"])
async def test_of_an_end_and_a_removal_at_once_nothing_is_left(orders, store, what):
    for _ in range(5):
        job = await orders.claimed()
        gone = store.removals.remove if what == "cover" else store.removals.forget
        about = job.cover if what == "cover" else job.person
        result = await orders.result(job, files=1)
        await asyncio.gather(store.work.settle(job.id, TOKEN, result), gone(about))
    assert list(await store.jobs.jobs_of(job.person)) == []
    assert await store.references() == frozenset()
    assert await store.people.usage(job.person) == 0


async def test_there_is_nothing_to_remove_of_a_cover_that_is_not_there(store):
    assert await store.removals.remove("nothing") == NOTHING
