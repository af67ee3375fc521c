"""Turns: nobody waits for more than one job of anybody else, however they order."""

from collections import Counter
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from pipeline.ports.jobs import Front
from pipeline.queue.fairness import Ring, joined, pick, served

PEOPLE = "abcde"


@dataclass
class Lane:
    """A lane of jobs as the queue sees it: fronts to read, jobs to start and to end."""

    cap: int
    slots: int
    ring: Ring = ()
    orders: int = 0
    waiting: dict[str, list[int]] = field(default_factory=dict)
    running: list[str] = field(default_factory=list)

    def order(self, person: str) -> None:
        self.orders += 1
        self.waiting.setdefault(person, []).append(self.orders)

    def fronts(self) -> list[Front]:
        return [Front(job=f"{jobs[0]}", person=person, order=jobs[0])
                for person, jobs in self.waiting.items() if jobs]  # fmt: skip

    def start(self) -> Front | None:
        if len(self.running) >= self.slots:
            return None
        fronts = self.fronts()
        self.ring = joined(self.ring, fronts)
        front = pick(self.ring, fronts, Counter(self.running), self.cap)
        if front is not None:
            self.ring = served(self.ring, front.person)
            self.waiting[front.person].pop(0)
            self.running.append(front.person)
        return front

    def could_start(self) -> set[str]:
        return {f.person for f in self.fronts() if self.running.count(f.person) < self.cap}


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("order"), st.sampled_from(PEOPLE)),
        st.tuples(st.just("start"), st.just("")),
        st.tuples(st.just("end"), st.integers(0, 4).map(str)),
    ),
    max_size=120,
)


def do(lane: Lane, step: tuple[str, str]) -> Front | None:
    match step:
        case ("order", person):
            lane.order(person)
        case ("end", which) if lane.running:
            lane.running.pop(int(which) % len(lane.running))
        case ("start", _):
            return lane.start()
    # the queue looks after every change, so that it knows who came before whom
    lane.ring = joined(lane.ring, lane.fronts())
    return None


@given(steps=STEPS, cap=st.integers(1, 3), slots=st.integers(1, 4))
def test_while_somebody_could_start_everybody_else_is_served_at_most_once(steps, cap, slots):
    lane = Lane(cap=cap, slots=slots)
    passed: dict[str, Counter[str]] = {}
    for step in steps:
        started = do(lane, step)
        if started is not None:
            passed.pop(started.person, None)
            for others in passed.values():
                others[started.person] += 1
        eligible = lane.could_start()
        passed = {person: passed.get(person, Counter()) for person in eligible}
        assert all(times <= 1 for others in passed.values() for times in others.values())


@given(steps=STEPS, cap=st.integers(1, 3), slots=st.integers(1, 4))
def test_no_process_is_idle_while_somebody_could_start(steps, cap, slots):
    lane = Lane(cap=cap, slots=slots)
    for step in steps:
        could = lane.could_start() and len(lane.running) < slots
        started = do(lane, step)
        if step[0] == "start":
            assert (started is not None) == bool(could)


@given(steps=STEPS, cap=st.integers(1, 3))
def test_a_person_never_runs_more_than_they_may_and_their_jobs_start_in_order(steps, cap):
    lane = Lane(cap=cap, slots=4)
    last: dict[str, int] = {}
    for step in steps:
        started = do(lane, step)
        assert all(times <= cap for times in Counter(lane.running).values())
        if started is not None:
            assert started.order > last.get(started.person, 0)
            last[started.person] = started.order


def test_newcomers_without_end_starve_nobody():
    lane = Lane(cap=1, slots=1)
    lane.order("patient")
    lane.order("other")
    for newcomer in range(100):
        lane.order(f"new-{newcomer}")
        started = lane.start()
        lane.running.clear()
        if started is not None and started.person == "patient":
            break
    assert newcomer <= 1


def test_a_thousand_jobs_of_one_person_make_another_wait_for_one():
    lane = Lane(cap=1, slots=1)
    for _ in range(1000):
        lane.order("busy")
    first = lane.start()
    lane.order("quick")
    lane.running.clear()
    second, third = lane.start(), lane.running.clear() or lane.start()
    assert first.person == "busy"
    assert {second.person, third.person} == {"busy", "quick"}
