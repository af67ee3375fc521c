"""The life of a job as its rules tell it, one promise a test."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain import job as rules
from pipeline.domain.errors import JobError, WorkError
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
    is_open,
)
from pipeline.domain.operation import Illustrate, Lane
from pipeline.domain.step import Doing, Step

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FAULT = Fault(code="work-crashed")


def held_by(token: str) -> Running:
    """The state of a job in the hands of that token."""
    return Running(token=token)


ENDED: tuple[State, ...] = (Done(), Delivered(), Failed(fault=FAULT), Cancelled())
NOT_RUNNING: tuple[State, ...] = (Queued(), *ENDED)
NOT_QUEUED: tuple[State, ...] = (held_by("a"), *ENDED)


def job(state: State | None = None, attempts: int = 0, step: Step | None = None) -> Job:
    """An order of one person, in the state that a test wants."""
    return Job(
        id="j1", key="k1", person="p1", cover="c1", version=None, operation=Illustrate(seed=1),
        address=Address(platform="terminal", place="{}"), lane=Lane.LONG, ordered_at=NOW,
        state=state or Queued(), attempts=attempts, step=step,
    )  # fmt: skip


def refusal(of: str) -> "pytest.RaisesExc[JobError]":
    """An error of that code."""
    return pytest.RaisesExc(JobError, check=lambda error: error.code == of)


def test_a_claim_hands_out_the_token_and_counts_the_attempt() -> None:
    running = rules.claimed(job(), "a")
    assert (running.state, running.attempts) == (held_by("a"), 1)


@pytest.mark.parametrize("state", NOT_QUEUED, ids=repr)
def test_only_a_waiting_job_can_be_claimed(state: State) -> None:
    with refusal("job-not-queued"):
        rules.claimed(job(state), "b")


@pytest.mark.parametrize("end", [Done(), Failed(fault=FAULT), Queued(not_before=NOW)], ids=repr)
def test_the_holder_of_the_token_ends_the_run_and_the_step_is_forgotten(
    end: Done | Failed | Queued,
) -> None:
    step = Step(done=1, total=2, doing=Doing.DRAWING)
    after = rules.ended(job(held_by("a"), 1, step), "a", end)
    assert (after.state, after.attempts, after.step) == (end, 1, None)


@pytest.mark.parametrize("state", [held_by("b"), *NOT_RUNNING], ids=repr)
@pytest.mark.parametrize("end", [Done(), Failed(fault=FAULT), Queued()], ids=repr)
def test_a_token_that_does_not_hold_the_job_ends_nothing(
    state: State, end: Done | Failed | Queued
) -> None:
    with refusal("job-not-held"):
        rules.ended(job(state, 1), "a", end)


@given(attempts=st.integers(min_value=0, max_value=50))
def test_handing_back_undoes_the_claim_whole(attempts: int) -> None:
    waiting = job(attempts=attempts)
    assert rules.handed_back(rules.claimed(waiting, "a"), "a") == waiting


@pytest.mark.parametrize("state", [held_by("b"), *NOT_RUNNING], ids=repr)
def test_only_the_holder_hands_back(state: State) -> None:
    with refusal("job-not-held"):
        rules.handed_back(job(state, 1), "a")


@given(attempts=st.integers(min_value=1, max_value=9), most=st.integers(min_value=1, max_value=9))
def test_lost_work_waits_again_until_its_attempts_are_spent(attempts: int, most: int) -> None:
    after = rules.taken_back(job(held_by("a"), attempts), most)
    lost = Failed(fault=Fault(code="work-lost", facts={"attempts": attempts}))
    assert after.state == (Queued() if attempts < most else lost)
    assert after.attempts == attempts


def test_lost_work_has_a_reason_that_people_can_be_told() -> None:
    after = rules.taken_back(job(held_by("a"), 3), 3)
    assert isinstance(after.state, Failed)
    told = after.state.fault
    assert Fault.of(WorkError(told.code, **told.facts)) == told


@pytest.mark.parametrize("state", NOT_RUNNING, ids=repr)
def test_nothing_is_taken_back_that_nobody_works_on(state: State) -> None:
    with refusal("job-not-held"):
        rules.taken_back(job(state, 1), 3)


@pytest.mark.parametrize("state", [Queued(), Queued(not_before=NOW), held_by("a")], ids=repr)
def test_the_owner_ends_a_job_that_waits_or_runs(state: State) -> None:
    step = Step(done=0, total=1, doing=Doing.DRAWING)
    after = rules.cancelled(job(state, 1, step))
    assert (after.state, after.step) == (Cancelled(), None)


@pytest.mark.parametrize("state", ENDED, ids=repr)
def test_an_ended_job_can_not_be_cancelled(state: State) -> None:
    with refusal("job-ended"):
        rules.cancelled(job(state))


def test_a_finished_job_is_delivered_and_delivering_again_changes_nothing() -> None:
    once = rules.delivered(job(Done(), 1))
    assert once.state == Delivered()
    assert rules.delivered(once) == once


def test_a_failure_that_was_told_stays_a_failure() -> None:
    failed = job(Failed(fault=FAULT), 3)
    assert rules.delivered(failed) == failed


@pytest.mark.parametrize("state", [Queued(), held_by("a"), Cancelled()], ids=repr)
def test_there_is_nothing_to_deliver_before_the_end_or_after_a_cancel(state: State) -> None:
    with refusal("job-not-done"):
        rules.delivered(job(state))


@pytest.mark.parametrize("state", [Queued(), held_by("a"), *ENDED], ids=repr)
def test_a_job_is_open_while_it_waits_or_runs(state: State) -> None:
    assert is_open(job(state)) == isinstance(state, Queued | Running)


def test_every_change_leaves_the_job_before_it_as_it_was() -> None:
    waiting = job()
    before = replace(waiting)
    rules.handed_back(rules.claimed(waiting, "a"), "a")
    rules.cancelled(waiting)
    assert waiting == before
