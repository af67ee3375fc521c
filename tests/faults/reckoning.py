"""What must be true when everything has come to rest, whatever happened before."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.domain.errors import StorageError
from pipeline.domain.job import Cancelled, Delivered, Failed, Job
from pipeline.domain.operation import kind_of
from storage.store import Store
from tests.faults.platform import NAME, Messages, Record, messages
from tests.faults.wares import OPTIONS


@dataclass(slots=True, kw_only=True)
class Ledger:
    """What customers were told: the `jobs` of acknowledged keys, and which they cancelled."""

    jobs: dict[str, set[str]] = field(default_factory=dict)
    asked_to_cancel: set[str] = field(default_factory=set)
    cancelled: set[str] = field(default_factory=set)

    @staticmethod
    def of(record: Record) -> "Ledger":
        """The ledger that customers kept outside of every process that is killed."""
        ledger = Ledger()
        for fact in record.facts():
            match fact:
                case {"acknowledged": key, "job": job}:
                    ledger.jobs.setdefault(key, set()).add(job)
                case {"asks to cancel": job}:
                    ledger.asked_to_cancel.add(job)
                case {"cancelled": job}:
                    ledger.cancelled.add(job)
                case _:
                    raise AssertionError(fact)
        return ledger


@dataclass(slots=True, kw_only=True)
class Reckoning:
    """Complaints (none: everything is as promised), and how the orders ended."""

    complaints: list[str] = field(default_factory=list)
    delivered: int = 0
    failed: int = 0
    cancelled: int = 0
    strays: int = 0

    def demand(self, holds: bool, complaint: str) -> None:
        """Complain unless it holds."""
        if not holds:
            self.complaints.append(complaint)


async def reckon(store: Store, data: Path, ledger: Ledger, platform: Record) -> Reckoning:
    """Hold the store, its blobs and the platform against what customers were told."""
    found = Reckoning()
    seen = messages(platform)
    found.strays = seen.strays
    for key, ids in ledger.jobs.items():
        found.demand(len(ids) == 1, f"{key} was given {len(ids)} jobs")
        for job_id in ids:
            await _reckon_order(store, job_id, ledger, seen, found)
    for job_id, filled in seen.filled.items():
        found.demand(len(filled) == 1, f"{job_id} was delivered {len(filled)} times")
    for message, contents in seen.contents.items():
        found.demand(len(contents) == 1, f"{message} changed its content")
    overview = await store.jobs.overview()
    found.demand(not overview.lines, f"{len(overview.lines)} jobs are open still")
    found.demand(not await store.outbox.due([NAME]), "deliveries wait still")
    await _reckon_blobs(store, data, found)
    _reckon_database(data, found)
    return found


async def _reckon_order(
    store: Store, job_id: str, ledger: Ledger, seen: Messages, found: Reckoning
) -> None:
    job = await store.jobs.job(job_id)
    if job is None:
        found.demand(holds=False, complaint=f"{job_id} was acknowledged and is lost")
        return
    versions = [v for v in await store.covers.tree(job.cover) if v.job == job_id]
    told = len(seen.filled.get(job_id, ()))
    match job.state:
        case Delivered():
            found.delivered += 1
            found.demand(told == 1, f"{job_id} is delivered, with {told} messages")
            found.demand(len(versions) == OPTIONS, f"{job_id} has {len(versions)} versions")
            await _reckon_pictures(store, job, [v.preview for v in versions], found)
        case Failed(fault=fault):
            found.failed += 1
            found.demand(told == 1, f"{job_id} failed, with {told} messages")
            found.demand(fault.code == "work-lost", f"{job_id} failed with {fault.code}")
            found.demand(not versions, f"{job_id} failed and has versions")
        case Cancelled():
            found.cancelled += 1
            found.demand(job_id in ledger.asked_to_cancel, f"{job_id}: nobody cancelled it")
            found.demand(not told, f"{job_id} is cancelled, and was delivered")
            found.demand(not versions, f"{job_id} is cancelled and has versions")
        case state:
            found.demand(holds=False, complaint=f"{job_id} ended as {state}")
    gone = job_id in ledger.cancelled
    found.demand(not gone or isinstance(job.state, Cancelled), f"{job_id} rose from the dead")


async def _reckon_pictures(store: Store, job: Job, previews: list[str], found: Reckoning) -> None:
    seed = getattr(job.operation, "seed", 0)
    expected = {f"picture {kind_of(job.operation)} {seed} {n}".encode() for n in range(OPTIONS)}
    try:
        kept = {await store.blobs.get(sha) for sha in previews}
    except StorageError as error:
        found.complaints.append(f"{job.id} cannot be shown: {error}")
    else:
        found.demand(kept == expected, f"{job.id} shows other pictures than ordered")


async def _reckon_blobs(store: Store, data: Path, found: Reckoning) -> None:
    """After a collection the disk holds what is referred to, whole, and nothing else."""
    await store.blobs.collect(store.references)
    referred = await store.references()
    on_disk = {path.name for path in _files(data / "blobs")} - {"lock"}
    found.demand(not referred - on_disk, f"{len(referred - on_disk)} blobs are lost")
    found.demand(not on_disk - referred, f"{len(on_disk - referred)} blobs are orphans")
    async for complaint in _damaged(store, referred & on_disk):
        found.complaints.append(complaint)


async def _damaged(store: Store, shas: set[str]) -> AsyncIterator[str]:
    for sha in shas:
        try:
            await store.blobs.get(sha)
        except StorageError as error:
            yield f"blob {sha[:8]}: {error}"


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _reckon_database(data: Path, found: Reckoning) -> None:
    for path in data.glob("*.db"):
        database = sqlite3.connect(path)
        try:
            told: list[Any] = database.execute("PRAGMA integrity_check").fetchall()
            found.demand(told == [("ok",)], f"integrity: {told[:3]}")
            broken = database.execute("PRAGMA foreign_key_check").fetchall()
            found.demand(not broken, f"{len(broken)} rows refer to nothing")
        finally:
            database.close()
