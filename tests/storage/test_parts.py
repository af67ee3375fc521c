"""A person's things in parts that a chat carries: all of them, and each part small enough."""

import io
import json
import os
import zipfile
from dataclasses import replace

import pytest
from PIL import Image

from pipeline.domain.errors import StorageError, VersionError
from pipeline.domain.operation import Letter
from pipeline.domain.take_out import Mark
from storage.parts import pack_part
from tests.storage.orders import START, TOKEN, Orders

PART = 400_000


@pytest.fixture
def orders(store):
    return Orders(store)


def noise(width=160, height=200):
    """A picture as PNG that nothing makes much smaller."""
    file = io.BytesIO()
    Image.frombytes("RGB", (width, height), os.urandom(width * height * 3)).save(file, "PNG")
    return file.getvalue()


async def painted(orders, count=1, **size):
    """A cover with so many versions, each with a picture of its own with words and one without."""
    job = await orders.claimed()
    outcome = await orders.result(job, versions=count)
    async with orders.store.blobs.writing():
        versions = [
            replace(version, preview=await orders.store.blobs.put(noise(**size)),
                    raster=await orders.store.blobs.put(noise(**size)))
            for version in outcome.versions
        ]  # fmt: skip
    made = replace(outcome, versions=tuple(versions))
    assert await orders.store.work.settle(job.id, TOKEN, made)
    return job


async def parts(store, name="ada", **options):
    """All parts, one after another."""
    person = await store.people.meet("terminal", name)
    packed = [await pack_part(person, store, now=START, **options)]
    while after := packed[-1].after:
        packed.append(await pack_part(person, store, now=START, after=after, **options))
    return packed


def files(packed):
    """All files by name, of which none is in two parts."""
    found = {}
    for part in packed:
        with zipfile.ZipFile(io.BytesIO(part.content)) as zipped:
            assert zipped.testzip() is None
            assert not found.keys() & set(zipped.namelist())
            found |= {name: zipped.read(name) for name in zipped.namelist()}
    return found


async def test_all_parts_together_have_everything_and_none_is_too_large(store, orders):
    for _ in range(3):
        await painted(orders, 4)
    packed = await parts(store, most=PART)
    there = files(packed)
    assert len(packed) > 3
    assert max(len(part.content) for part in packed) <= PART
    assert sum(name.endswith(".jpg") for name in there) == 24 == sum(one.pictures for one in packed)
    assert sum(name.endswith("/cover.json") for name in there) == 3
    assert [part.number for part in packed] == [*range(1, len(packed) + 1)]
    assert len(json.loads(there["jobs.json"])) == 3


async def test_each_part_says_how_much_is_still_to_come(store, orders):
    for _ in range(3):
        await painted(orders, 4)
    packed = await parts(store, most=PART)
    drawn = 0
    for part in packed:
        drawn += part.pictures
        left = 12 - drawn // 2
        assert part.later == (left, -(-left // 4))


async def test_data_has_parts_as_well_where_it_is_much(store, orders):
    for _ in range(4):
        await orders.finished(versions=10)
    packed = await parts(store, most=60_000)
    there = files(packed)
    assert len(packed) > 1
    assert sum(name.endswith(("/cover.json", "01.json")) for name in there) == 8
    assert packed[0].later == (40, 4)


async def test_a_large_picture_is_made_to_fit(store, orders):
    await painted(orders, 1, width=900, height=1300)
    packed = await parts(store, most=PART)
    pictures = [content for name, content in files(packed).items() if name.endswith(".jpg")]
    assert len(pictures) == 2
    assert max(len(part.content) for part in packed) <= PART


async def test_what_is_no_picture_stays_as_it_is_and_what_is_lost_is_named(store, orders):
    job = await orders.finished(versions=2)
    [first, second] = await store.covers.tree(job.cover)
    real = store.blobs.get

    async def get(sha):
        if sha == second.preview:
            raise StorageError("blob-missing", sha256=sha)
        return await real(sha)

    store.blobs.get = get
    [part] = await parts(store)
    there = files([part])
    assert await real(first.preview) in there.values()
    assert (part.pictures, part.missing) == (3, 1)
    assert second.preview in there["missing-1.txt"].decode()


async def test_a_picture_that_was_given_for_an_open_order_comes_along(store, orders):
    async with store.blobs.writing():
        sha = await store.blobs.put(noise())
        job = await orders.submit(operation=Letter(picture=sha, seed=1))
    there = files(await parts(store))
    assert there[f"given/{job.id}-{sha[:12]}.jpg"].startswith(b"\xff\xd8\xff")


async def test_nothing_of_anybody_else_is_in_it_and_no_mark_leads_there(store, orders):
    theirs = await orders.finished("eve")
    await orders.finished("ada")
    there = files(await parts(store))
    assert theirs.cover not in "".join(there) + there["jobs.json"].decode()
    ada = await store.people.meet("terminal", "ada")
    mark = Mark(cover=theirs.cover, number=0, pictures=True, parts=1)
    with pytest.raises(VersionError, match="cover-missing"):
        await pack_part(ada, store, now=START, after=mark)


async def test_the_readme_tells_both_languages_of_the_part(store, orders):
    await painted(orders)
    readme = files(await parts(store))["README-1.txt"].decode()
    assert "Pictures in this part: 2" in readme
    assert "이 묶음의 그림: 2" in readme
    assert "{" not in readme
