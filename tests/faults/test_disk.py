"""A disk that is full, or that nobody may write, under the whole installation."""

import pytest

from pipeline.domain.errors import StorageError
from pipeline.domain.job import Delivered
from tests.faults.life import Place, at_rest, at_work, opened, queue_of, until
from tests.faults.platform import RecordingCourier
from tests.faults.reckoning import Ledger, reckon
from tests.faults.test_once import submitted
from tests.faults.wares import perform
from tests.storage.small_disk import fill, mounted, remount


@pytest.fixture
def disk(tmp_path):
    """An installation on a disk of two megabytes; the records are elsewhere."""
    place = Place(root=tmp_path)
    with mounted(place.data, "size=2m"):
        yield place


async def acknowledged(store, numbers) -> dict[int, str]:
    """The jobs of the orders that were acknowledged, by their number."""
    kept: dict[int, str] = {}
    for number in numbers:
        try:
            kept[number] = (await submitted(store, number)).id
        except StorageError as error:
            if error.code != "storage-full":
                raise
    return kept


async def test_on_a_full_disk_no_order_is_acknowledged_and_none_that_was_is_lost(disk) -> None:
    async with opened(disk.data) as store:
        before = await acknowledged(store, range(3))
        ballast = fill(disk.data)
        during = await acknowledged(store, range(3, 200))
        assert len(during) < 197, "the disk was never full"
        for job in [*before.values(), *during.values()]:
            assert await store.jobs.job(job), "an acknowledged order cannot be read"
        ballast.unlink()
        after = await acknowledged(store, range(200, 203))
        assert len(after) == 3
        person = await store.people.meet("platform", "somebody")
        found = await store.jobs.jobs_of(person.id, limit=999)
        assert len(found) == len(before) + len(during) + len(after)


async def test_work_waits_for_room_and_then_everything_is_delivered(disk) -> None:
    """The disk fills while a job is at work; its result is kept until there is room."""
    ballast = []

    async def filling(task, bench):
        made = await perform(task, bench)
        if not ballast:
            ballast.append(fill(disk.data))
        return made

    refused: list[str] = []

    def notice(event) -> None:
        if "storage-full" in str(event):
            refused.append(str(event))
            ballast[0].unlink(missing_ok=True)

    async with opened(disk.data) as store:
        ids = [(await submitted(store, number)).id for number in range(3)]
        record = disk.platform()
        queue = queue_of(store, RecordingCourier(record, store.blobs), perform=filling,
                         notice=notice)  # fmt: skip
        async with at_work(queue):
            await until(lambda: at_rest(store))
        ledger = Ledger(jobs={job: {job} for job in ids})
        found = await reckon(store, disk.data, ledger, record)
    assert refused, "the disk was never full"
    assert (found.complaints, found.delivered) == ([], 3)


async def test_a_read_only_folder_is_told_as_such_and_what_it_held_is_still_there(disk) -> None:
    async with opened(disk.data) as store:
        job = await submitted(store)
        record = disk.platform()
        async with at_work(queue_of(store, RecordingCourier(record, store.blobs))):
            await until(lambda: at_rest(store))
    remount(disk.data, "ro")
    try:
        with pytest.raises(StorageError) as refusal:
            async with opened(disk.data) as store:
                await submitted(store, 1)
        assert refusal.value.code == "storage-read-only"
    finally:
        remount(disk.data, "rw")
    async with opened(disk.data) as store:
        assert (await store.jobs.job(job.id)).state == Delivered()
        assert (await submitted(store, 1)).id
