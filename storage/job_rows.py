"""A job as a row of the table `jobs`, and back."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from pipeline.domain.errors import StorageError
from pipeline.domain.job import (
    Address,
    Cancelled,
    Delivered,
    Done,
    Failed,
    Fault,
    Job,
    Queued,
    Running,
    State,
)
from pipeline.domain.operation import Lane, Operation, kind_of
from pipeline.domain.step import Step
from storage.codec import dumped, loaded


def job_row(job: Job) -> Mapping[str, object]:
    """The values of the row that keeps a new `job`; the database adds `seq`."""
    return {
        "id": job.id,
        "key": job.key,
        "person": job.person,
        "cover": job.cover,
        "version": job.version,
        "operation": dumped(job.operation, Operation),
        "kind": kind_of(job.operation),
        "lane": job.lane.value,
        "platform": job.address.platform,
        "place": job.address.place,
        "attempts": job.attempts,
        "step": None if job.step is None else dumped(job.step),
        "ordered_at": job.ordered_at,
        **state_row(job.state),
    }


def state_row(state: State) -> dict[str, object]:
    """The columns that keep a state: its name and its values, and nothing of an earlier one."""
    row: dict[str, object] = {"token": None, "not_before": None, "fault": None}
    match state:
        case Queued(not_before=not_before):
            return row | {"state": "queued", "not_before": not_before}
        case Running(token=token):
            return row | {"state": "running", "token": token}
        case Done():
            return row | {"state": "done"}
        case Delivered():
            return row | {"state": "delivered"}
        case Failed(fault=fault):
            return row | {"state": "failed", "fault": dumped(fault)}
        case Cancelled():
            return row | {"state": "cancelled"}


def job_of(row: Row[Any]) -> Job:
    """The job in a row with all columns of `jobs`.

    Raises:
        StorageError: `storage-damaged`.
    """
    return Job(
        id=row.id,
        key=row.key,
        person=row.person,
        cover=row.cover,
        version=row.version,
        operation=loaded(Operation, row.operation),
        address=Address(platform=row.platform, place=row.place),
        lane=Lane(row.lane),
        ordered_at=row.ordered_at,
        state=_state_of(row),
        attempts=row.attempts,
        step=None if row.step is None else loaded(Step, row.step),
    )


def _state_of(row: Row[Any]) -> State:
    match row.state:
        case "queued":
            return Queued(not_before=row.not_before)
        case "running":
            return Running(token=row.token)
        case "done":
            return Done()
        case "delivered":
            return Delivered()
        case "failed":
            return Failed(fault=loaded(Fault, row.fault))
        case "cancelled":
            return Cancelled()
        case unknown:
            raise StorageError("storage-damaged", reason=f"job in the state {unknown!r:.40}")
