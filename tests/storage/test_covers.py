"""What every store of covers promises, in memory, in SQLite and in PostgreSQL."""

import asyncio
import time
from dataclasses import replace

import pytest
from sqlalchemy import insert

from pipeline.domain.version import Head
from storage.cover_rows import cover_row
from storage.covers import SqlCovers
from storage.people import SqlPeople
from storage.tables import covers, versions
from storage.version_rows import version_row
from tests.storage.orders import Orders, cover_for, with_picture

PAGE_S = 0.020
MANY = 10_000


@pytest.fixture
def orders(store):
    return Orders(store)


async def made(orders, count=1):
    """A cover with `count` versions, by one job."""
    job = await orders.finished(versions=count)
    return await orders.store.covers.cover(job.cover)


async def test_what_was_never_there_is_none(store):
    assert await store.covers.cover("nothing") is None
    assert await store.covers.version("nothing") is None
    assert await store.covers.tree("nothing") == ()
    assert (await store.covers.history("nobody")).entries == ()


async def test_a_cover_comes_back_as_it_was_ordered(orders, store):
    owner = await orders.person()
    wanted = cover_for(owner)
    job = replace(await orders.submit(), id="j", key="k", cover=wanted.id)
    await store.jobs.submit(job, cover=wanted, most_open=9)
    assert await store.covers.cover(wanted.id) == wanted


async def test_a_version_comes_back_as_it_was_made_with_its_number(orders, store):
    job = await orders.claimed()
    (version,) = (await orders.result(job)).versions
    await store.work.settle(job.id, "t", replace(await orders.result(job), versions=(version,)))
    assert await store.covers.version(version.id) == replace(version, number=1)


async def test_a_version_over_a_picture_of_the_authors_comes_back(orders, store):
    job = await orders.claimed()
    finished = await orders.result(job)
    async with store.blobs.writing():
        sha = await store.blobs.put(b"a photograph")
    version = with_picture(finished.versions[0], sha)
    await store.work.settle(job.id, "t", replace(finished, versions=(version,)))
    assert await store.covers.version(version.id) == replace(version, number=1)
    assert sha in await store.references()


async def test_the_tree_of_a_cover_counts_on_from_job_to_job(orders, store):
    cover = await made(orders, 3)
    job = await orders.again((await store.jobs.jobs_of(cover.owner))[0])
    await store.work.claim(job.id, "t")
    await store.work.settle(job.id, "t", await orders.result(job, versions=2))
    assert [version.number for version in await store.covers.tree(cover.id)] == [1, 2, 3, 4, 5]


async def test_a_head_moves_from_where_it_stands(orders, store):
    cover = await made(orders, 2)
    first, second = [version.id for version in await store.covers.tree(cover.id)]
    there = Head(current=second, undone=(first,))
    assert await store.covers.stand_at(cover.id, there, was=cover.head)
    moved = await store.covers.cover(cover.id)
    assert moved.head == there


@pytest.mark.parametrize("wrong", [
    Head(current="elsewhere"), Head(), Head(current=None, undone=("a",)),
])  # fmt: skip
async def test_a_head_that_stands_elsewhere_stays_there(orders, store, wrong):
    cover = await made(orders)
    assert wrong != cover.head
    assert not await store.covers.stand_at(cover.id, Head(current="x"), was=wrong)
    assert await store.covers.cover(cover.id) == cover


async def test_the_head_of_no_cover_does_not_move(store):
    assert not await store.covers.stand_at("nothing", Head(current="x"), was=Head())


async def test_of_many_who_move_a_head_at_once_one_succeeds(orders, store):
    cover = await made(orders)
    moves = [
        store.covers.stand_at(cover.id, Head(current=f"v{n}"), was=cover.head) for n in range(8)
    ]
    assert sorted(await asyncio.gather(*moves)) == [False] * 7 + [True]


async def test_a_history_tells_what_a_cover_has(orders, store):
    cover = await made(orders, 3)
    (entry,) = (await store.covers.history(cover.owner)).entries
    newest = await store.covers.version(cover.head.current)
    assert (entry.cover, entry.title, entry.versions) == (cover.id, cover.brief.title, 3)
    assert (entry.current, entry.preview) == (newest.id, newest.preview)
    assert entry.made_at == cover.made_at


async def test_a_cover_without_versions_is_in_the_history(orders, store):
    job = await orders.submit()
    (entry,) = (await store.covers.history(job.person)).entries
    assert (entry.cover, entry.current, entry.preview, entry.versions) == (job.cover, None, None, 0)


async def test_pages_of_a_history_follow_one_another_newest_first(orders, store):
    ordered = [(await orders.submit()).cover for _ in range(7)]
    await orders.submit("bob")
    owner, seen, after, sizes = await orders.person(), [], None, []
    while True:
        page = await store.covers.history(owner, after=after, limit=3)
        seen += [entry.cover for entry in page.entries]
        sizes.append(len(page.entries))
        if (after := page.after) is None:
            break
    assert seen == ordered[::-1]
    assert sizes == [3, 3, 1]


async def test_a_history_that_fills_its_last_page_ends_with_it(orders, store):
    for _ in range(3):
        await orders.submit()
    assert (await store.covers.history(await orders.person(), limit=3)).after is None


async def test_the_order_of_a_history_does_not_follow_the_clock(orders, store, clock):
    first = await orders.submit()
    clock.jump(-24)
    second = await orders.submit()
    entries = (await store.covers.history(first.person)).entries
    assert [entry.cover for entry in entries] == [second.cover, first.cover]


async def test_a_history_does_not_go_on_behind_a_cover_of_somebody_else(orders, store):
    await orders.submit("ada")
    other = await orders.submit("bob")
    page = await store.covers.history(await orders.person("ada"), after=other.cover)
    assert page.entries == ()


async def test_a_page_of_ten_thousand_covers_is_there_in_time(database, pattern):
    """Every cover has versions; the page is from the middle, and the best of some tries counts."""
    person = (await SqlPeople(database).meet("terminal", "ada")).id
    middle = await fill(database, person, pattern)
    kept, times = SqlCovers(database), []
    for _ in range(7):
        began = time.perf_counter()
        page = await kept.history(person, after=middle)
        times.append(time.perf_counter() - began)
    assert len(page.entries) == 10
    assert {entry.versions for entry in page.entries} == {2}
    assert min(times) <= PAGE_S


async def fill(database, person, pattern):
    some = [replace(cover_for(person), id=f"c{n}", head=Head(current=f"v{n}-2"))
            for n in range(MANY)]  # fmt: skip
    async with database.writing() as connection:
        await connection.execute(insert(covers), [cover_row(cover) for cover in some])
        rows = [version_row(replace(pattern, id=f"v{n}-{number}", cover=f"c{n}", number=number))
                for n in range(MANY) for number in (1, 2)]  # fmt: skip
        await connection.execute(insert(versions), rows)
    return f"c{MANY // 2}"
