"""The life of a job under every mixture of workers, crashes, late results and a fickle owner."""

from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pipeline.domain import job as rules
from pipeline.domain.errors import JobError
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
)
from pipeline.domain.operation import Illustrate, Lane

MOST_ATTEMPTS = 3
NOW = datetime(2026, 1, 1, tzinfo=UTC)
ENDS = st.sampled_from([Done(), Failed(fault=Fault(code="work-crashed")), Queued(not_before=NOW)])


class JobLife(RuleBasedStateMachine):
    """One stored job, workers that may be frozen or dead, and what the world was told.

    Every token that was ever handed out may try to end the job at any later time: that is a
    worker that was frozen, taken for dead, and wakes up. The model beside the job knows only who
    holds it, how it ended, and how many claims count.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[str] = []
        self.holder: str | None = None
        self.ending: type[object] | None = None
        self.results = 0
        self.told = 0
        self.claims = 0

    @initialize()
    def order(self) -> None:
        self.job = Job(
            id="j", key="k", person="p", cover="c", version=None, operation=Illustrate(seed=1),
            address=Address(platform="t", place=""), lane=Lane.LONG, ordered_at=NOW,
        )  # fmt: skip

    @rule()
    def claim(self) -> None:
        token = f"t{len(self.tokens)}"
        free = self.holder is None and self.ending is None
        try:
            self.job = rules.claimed(self.job, token)
        except JobError:
            assert not free
            return
        assert free
        self.tokens.append(token)
        self.holder = token
        self.claims += 1

    @precondition(lambda self: self.tokens)
    @rule(data=st.data(), end=ENDS)
    def bring_a_result_perhaps_late(self, data: st.DataObject, end: Done | Failed | Queued) -> None:
        token = data.draw(st.sampled_from(self.tokens))
        held = token == self.holder
        try:
            self.job = rules.ended(self.job, token, end)
        except JobError:
            assert not held
            return
        assert held
        self.holder = None
        self.results += isinstance(end, Done)
        self.ending = None if isinstance(end, Queued) else type(end)

    @precondition(lambda self: self.tokens)
    @rule(data=st.data())
    def hand_back_perhaps_late(self, data: st.DataObject) -> None:
        token = data.draw(st.sampled_from(self.tokens))
        held = token == self.holder
        try:
            self.job = rules.handed_back(self.job, token)
        except JobError:
            assert not held
            return
        assert held
        self.holder = None
        self.claims -= 1

    @rule()
    def crash_and_start_again(self) -> None:
        lost = self.holder is not None
        try:
            self.job = rules.taken_back(self.job, MOST_ATTEMPTS)
        except JobError:
            assert not lost
            return
        assert lost
        self.holder = None
        self.ending = Failed if self.claims >= MOST_ATTEMPTS else None

    @rule()
    def cancel(self) -> None:
        try:
            self.job = rules.cancelled(self.job)
        except JobError:
            assert self.ending is not None
            return
        assert self.ending is None
        self.holder, self.ending = None, Cancelled

    @rule()
    def deliver(self) -> None:
        try:
            after = rules.delivered(self.job)
        except JobError:
            assert self.ending in {None, Cancelled}
            return
        assert self.ending in {Done, Delivered, Failed}
        self.told += after != self.job
        self.job = after
        self.ending = Delivered if self.ending is Done else self.ending

    @invariant()
    def the_job_is_where_the_model_says(self) -> None:
        expected = self.ending or (Running if self.holder else Queued)
        assert isinstance(self.job.state, expected)

    @invariant()
    def a_result_is_recorded_and_told_at_most_once(self) -> None:
        assert self.results <= 1
        assert self.told <= self.results

    @invariant()
    def nothing_follows_an_end_but_the_delivery(self) -> None:
        assert rules.is_open(self.job) == (self.ending is None)

    @invariant()
    def attempts_count_the_claims_that_were_not_handed_back(self) -> None:
        assert self.job.attempts == self.claims >= 0

    @invariant()
    def only_a_running_job_has_a_holder(self) -> None:
        state = self.job.state
        assert (state.token if isinstance(state, Running) else None) == self.holder


TestJobLife = JobLife.TestCase
TestJobLife.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
