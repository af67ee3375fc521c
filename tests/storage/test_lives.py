"""The life of many jobs in a store, beside the pure model of one: whatever happens, they agree.

Workers freeze and wake up, are taken for dead, and crash with the whole process; owners order and
cancel; deliveries are tried more than once. Whatever came before, at the end every order that was
accepted has exactly one end, and its versions and its delivery are there at most once.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from pipeline.domain import job as rules
from pipeline.domain.errors import JobError, QueueError
from pipeline.domain.job import Cancelled, Delivered, Done, Failed, Fault, Job, Queued, Running
from pipeline.domain.operation import EditText, Illustrate, Lane
from pipeline.domain.outcome import Again, Broken, HandedBack, delivery_of
from storage.memory import memory_store
from storage.opening import open_store
from tests.storage.orders import START, HandClock, Orders

MOST_ATTEMPTS = 3
MOST_OPEN = 4
BAD = Fault(code="work-memory")
HOWS = st.sampled_from(["done", "broken", "again", "handed back"])
PAST = START - timedelta(seconds=1)


@dataclass
class Model:
    """What the pure rules say of a job, and what the world has seen of it."""

    job: Job
    versions: int = 0
    sent: int = 0


class Lives(RuleBasedStateMachine):
    """`opened` opens the same store again and again: what one wrote, the next one finds.

    Whoever ever claimed a job may try to end it at any later time.
    """

    jobs = Bundle("jobs")
    holders = Bundle("holders")

    def __init__(self, opened):
        super().__init__()
        self.loop = asyncio.Runner()
        self.opened = opened
        self.models: dict[str, Model] = {}
        self.keys: dict[str, str] = {}
        self.claims = 0
        self.store = self.run(opened())
        self.people = [self.run(self.orders.person(name)) for name in "ab"]

    def all_of(self, person):
        return self.store.jobs.jobs_of(person, limit=1000)

    def run(self, work):
        return self.loop.run(work)

    @property
    def orders(self):
        return Orders(self.store)

    @initialize(target=jobs)
    def begin(self):
        """A queue in full swing, so that even short lives see something."""
        begun = [self.order(name, key, quick=False) for name in "ab" for key in (20, 21, 22)]
        self.claim(begun[0])
        self.claim(begun[3])
        return multiple(*begun)

    @rule(target=jobs, name=st.sampled_from("ab"), key=st.integers(0, 9), quick=st.booleans())
    def order(self, name, key, quick):
        operation = EditText(changes=(("title", "x"),)) if quick else Illustrate(seed=1)
        mine = [m.job for m in self.models.values() if m.job.key[0] == name]
        full = sum(map(rules.is_open, mine)) >= MOST_OPEN
        key = f"{name}{key}"
        try:
            job = self.run(self.orders.submit(name, operation, key=key, most_open=MOST_OPEN))
        except QueueError:
            assert full
            assert key not in self.keys
            return multiple()
        if key in self.keys:
            assert job.id == self.keys[key]
        else:
            assert not full
            self.keys[key] = job.id
            self.models[job.id] = Model(job=job)
        return job.id

    @rule(target=holders, job=jobs)
    def claim(self, job):
        self.claims += 1
        token = f"t{self.claims}"
        taken = self.run(self.store.work.claim(job, token))
        assert self.obeyed(job, lambda now: rules.claimed(now, token)) is (taken is not None)
        return job, token

    @precondition(lambda self: self.running())
    @rule(which=st.integers(0, 99), how=HOWS, count=st.integers(0, 2))
    def end(self, which, how, count):
        """Somebody who holds a job ends it."""
        running = self.running()
        job = running[which % len(running)]
        self.ended(job.id, job.state.token, how, count)

    @rule(holder=holders, how=HOWS)
    def end_late(self, holder, how):
        """Somebody who once asked for a job tries to end it, whatever has happened since."""
        self.ended(*holder, how, 1)

    def running(self):
        jobs = [model.job for model in self.models.values()]
        return [job for job in jobs if isinstance(job.state, Running)]

    def ended(self, job, token, how, count):
        match how:
            case "done":
                self.finish(job, token, count)
            case "broken":
                end = Failed(fault=BAD)
                self.settled(
                    job, token, Broken(fault=BAD), lambda now: rules.ended(now, token, end)
                )
            case "again":
                wait = Again(not_before=PAST, fault=BAD)
                self.settled(job, token, wait, lambda now: rules.ended(now, token, Queued()))
            case _:
                self.settled(job, token, HandedBack(), lambda now: rules.handed_back(now, token))

    def finish(self, job, token, count):
        outcome = self.run(self.orders.result(self.models[job].job, versions=count, files=1))
        if self.settled(job, token, outcome, lambda now: rules.ended(now, token, Done())):
            self.models[job].versions = count

    @rule(job=jobs)
    def cancel(self, job):
        try:
            self.run(self.store.jobs.cancel(job))
            went = True
        except JobError:
            went = False
        assert self.obeyed(job, rules.cancelled) is went

    @rule()
    def take_back(self):
        running = [job.id for job in self.running()]
        back = self.run(self.store.work.take_back(MOST_ATTEMPTS))
        assert sorted(job.id for job in back) == sorted(running)
        for job in running:
            assert self.obeyed(job, lambda now: rules.taken_back(now, MOST_ATTEMPTS))

    @rule(job=jobs)
    def send(self, job):
        model = self.models[job]
        waits = isinstance(model.job.state, Done | Failed) and not model.sent
        assert self.run(self.store.outbox.sent(delivery_of(job))) is waits
        if waits:
            model.job = rules.delivered(model.job)
            model.sent += 1

    @rule()
    def crash(self):
        """The process is gone with all that it knew, and another one opens the store."""
        self.run(self.store.close())
        self.store = self.run(self.opened())

    @invariant()
    def the_store_says_what_the_rules_say(self):
        kept = [job for person in self.people for job in self.run(self.all_of(person))]
        assert {job.id: without_wait(job) for job in kept} == {
            model.job.id: model.job for model in self.models.values()
        }

    @invariant()
    def every_result_is_on_its_way_once_with_its_versions(self):
        waiting = {m.job.id: m.versions for m in self.models.values()
                   if isinstance(m.job.state, Done | Failed) and not m.sent}  # fmt: skip
        due = self.run(self.store.outbox.due(["terminal"], limit=1000))
        assert len(due) == len(waiting)
        assert {parcel.job.id: len(parcel.versions) for parcel in due} == waiting

    @invariant()
    def the_fronts_are_the_oldest_of_everybody(self):
        for lane in Lane:
            oldest = {}
            for model in self.models.values():
                if isinstance(model.job.state, Queued) and model.job.lane is lane:
                    oldest.setdefault(model.job.person, model.job.id)
            fronts = self.run(self.store.work.fronts(lane))
            assert [front.job for front in fronts] == sorted(
                oldest.values(), key=list(self.models).index
            )

    def settled(self, job, token, outcome, change):
        went = self.run(self.store.work.settle(job, token, outcome))
        assert self.obeyed(job, change) is went
        return went

    def obeyed(self, job, change):
        """Change the model by the pure rules; whether they allowed it."""
        model = self.models[job]
        try:
            model.job = change(model.job)
        except JobError:
            return False
        return True

    def teardown(self):
        try:
            self.take_back()
            for number, job in enumerate(self.models):
                if isinstance(self.models[job].job.state, Queued):
                    token = f"end {number}"
                    self.run(self.store.work.claim(job, token))
                    self.obeyed(job, lambda now, token=token: rules.claimed(now, token))
                    self.finish(job, token, 1)
                self.send(job)
            self.the_store_says_what_the_rules_say()
            for model in self.models.values():
                made = self.run(self.store.covers.tree(model.job.cover))
                assert [version.number for version in made] == list(range(1, model.versions + 1))
                assert isinstance(model.job.state, Delivered | Failed | Cancelled)
                assert model.sent == (0 if isinstance(model.job.state, Cancelled) else 1)
            self.forget()
        finally:
            self.run(self.store.close())
            self.loop.close()

    def forget(self):
        """Leave nothing to the next life."""
        for person in self.people:
            self.run(self.store.removals.forget(person))
        assert not self.run(self.store.references())


def without_wait(job):
    """Waits of these lives are over when they begin; the rules know nothing of them."""
    return replace(job, state=Queued()) if isinstance(job.state, Queued) else job


@pytest.mark.parametrize(
    ("kind", "lives"), [("memory", 100), ("sqlite", 7), ("postgres", 4)]
)  # fmt: skip
def test_whatever_happens_the_store_obeys_the_rules(request, tmp_path, kind, lives):
    url = request.getfixturevalue("postgres_url") if kind == "postgres" else ""
    remembered = memory_store(HandClock())

    async def opened():
        return remembered if kind == "memory" else await open_store(url, tmp_path, HandClock())

    run_state_machine_as_test(
        lambda: Lives(opened),
        settings=settings(
            max_examples=lives, stateful_step_count=40, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
