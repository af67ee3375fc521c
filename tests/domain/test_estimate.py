"""Where jobs stand: laws of the estimate, and the numbers of small queues."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.estimate import standings
from pipeline.domain.operation import Lane
from pipeline.domain.standing import Line, Overview, Standing

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SLOTS = {Lane.QUICK: 1, Lane.LONG: 1}
PEOPLE = ("ada", "bob", "cyd", "dot")
KINDS = {Lane.QUICK: ("edit-text", "restyle"), Lane.LONG: ("illustrate", "vary")}


def line(job, person, *, running=False, lane=Lane.LONG, kind="illustrate"):
    return Line(job=job, person=person, lane=lane, kind=kind, running=running,
                attempts=int(running), ordered_at=NOW)  # fmt: skip


def overview(*lines, seconds=None, paused=False):
    return Overview(lines=lines, seconds=seconds or {}, paused=paused)


@st.composite
def queues(draw, *, measured=None):
    lines = []
    for number in range(draw(st.integers(0, 14))):
        lane = draw(st.sampled_from(Lane))
        person, kind = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(KINDS[lane]))
        busy = any(one.running and (one.person, one.lane) == (person, lane) for one in lines)
        running = not busy and draw(st.booleans())
        lines.append(line(f"j{number}", person, running=running, lane=lane, kind=kind))
    durations = st.dictionaries(
        st.sampled_from([kind for kinds in KINDS.values() for kind in kinds]), st.floats(0, 900),
        min_size=1 if measured else 0,
    )  # fmt: skip
    return overview(*lines, seconds=draw(durations))


slots = st.fixed_dictionaries({lane: st.integers(1, 4) for lane in Lane})


@given(queue=queues(), slots=slots)
def test_every_open_job_stands_somewhere_and_no_two_in_one_place(queue, slots):
    found = standings(queue, slots)
    assert set(found) == {one.job for one in queue.lines}
    for lane in Lane:
        lines = [one for one in queue.lines if one.lane is lane]
        waiting = sorted(found[one.job].position for one in lines if not one.running)
        assert waiting == list(range(1, len(waiting) + 1))
        assert all(found[one.job].position == 0 for one in lines if one.running)


@given(queue=queues(), slots=slots)
def test_a_persons_jobs_of_a_lane_go_in_the_order_of_ordering(queue, slots):
    found = standings(queue, slots)
    for lane in Lane:
        for person in PEOPLE:
            own = [one for one in queue.lines if (one.lane, one.person) == (lane, person)]
            positions = [found[one.job].position for one in own if not one.running]
            assert positions == sorted(positions)


@given(queue=queues(), slots=slots)
def test_estimates_are_there_as_soon_as_anything_was_measured_and_never_negative(queue, slots):
    etas = [found.eta_s for found in standings(queue, slots).values()]
    assert all((eta is not None) is bool(queue.seconds) for eta in etas)
    assert all(eta is None or eta >= 0 for eta in etas)


@given(queue=queues(), slots=slots)
def test_nobody_waits_longer_than_the_share_of_the_others(queue, slots):
    found = standings(queue, slots)
    for lane in Lane:
        waiting = [one for one in queue.lines if one.lane is lane and not one.running]
        heads = {one.person: one for one in reversed(waiting)}
        busy = {one.person for one in queue.lines if one.lane is lane and one.running}
        for person, head in heads.items():
            if person not in busy:
                assert found[head.job].position <= len(heads)


@given(queue=queues(), slots=slots, newcomer=st.sampled_from(Lane))
def test_what_somebody_orders_now_does_not_come_before_anybodys_next_job(queue, slots, newcomer):
    before = standings(queue, slots)
    late = line("late", "newcomer", lane=newcomer, kind=KINDS[newcomer][0])
    after = standings(overview(*queue.lines, late, seconds=queue.seconds), slots)
    idle = {one.person for one in queue.lines if one.lane is newcomer and not one.running} - {
        one.person for one in queue.lines if one.lane is newcomer and one.running
    }
    heads = {one.person: one for one in reversed(queue.lines)
             if one.lane is newcomer and not one.running and one.person in idle}  # fmt: skip
    assert all(after[one.job].position == before[one.job].position for one in heads.values())


@given(queue=queues(), slots=slots)
def test_lanes_do_not_wait_for_each_other(queue, slots):
    found = standings(queue, slots)
    for lane in Lane:
        lines = [one for one in queue.lines if one.lane is lane]
        alone = standings(overview(*lines, seconds=queue.seconds), slots)
        assert alone == {one.job: found[one.job] for one in lines}


@given(queue=queues(measured=True), slots=slots)
def test_a_paused_queue_keeps_its_order_and_promises_no_time(queue, slots):
    paused = standings(overview(*queue.lines, seconds=queue.seconds, paused=True), slots)
    going = standings(queue, slots)
    assert {job: s.position for job, s in paused.items()} == {
        job: s.position for job, s in going.items()
    }
    waiting = [one.job for one in queue.lines if not one.running]
    assert all(paused[job].eta_s is None for job in waiting)


def test_people_take_turns():
    queue = overview(line("a1", "ada"), line("a2", "ada"), line("a3", "ada"), line("b1", "bob"),
                     seconds={"illustrate": 10.0})  # fmt: skip
    assert standings(queue, SLOTS) == {
        "a1": Standing(position=1, eta_s=10.0), "b1": Standing(position=2, eta_s=20.0),
        "a2": Standing(position=3, eta_s=30.0), "a3": Standing(position=4, eta_s=40.0),
    }  # fmt: skip


def test_whoever_is_being_served_comes_after_the_others():
    queue = overview(line("a1", "ada", running=True), line("a2", "ada"), line("b1", "bob"),
                     seconds={"illustrate": 10.0})  # fmt: skip
    assert standings(queue, SLOTS) == {
        "a1": Standing(position=0, eta_s=5.0), "b1": Standing(position=1, eta_s=15.0),
        "a2": Standing(position=2, eta_s=25.0),
    }  # fmt: skip


@pytest.mark.parametrize(("places", "eta_s"), [(1, 40.0), (2, 20.0), (4, 10.0)])
def test_more_places_make_a_wait_shorter(places, eta_s):
    lines = [line(f"{person}1", person) for person in PEOPLE]
    queue = overview(*lines, seconds={"illustrate": 10.0})
    assert standings(queue, {Lane.LONG: places})["dot1"].eta_s == eta_s


def test_a_person_gets_no_more_places_at_once_than_one_may_have():
    queue = overview(line("a1", "ada"), line("a2", "ada"), seconds={"illustrate": 10.0})
    assert standings(queue, {Lane.LONG: 2})["a2"].eta_s == 20.0
    assert standings(queue, {Lane.LONG: 2}, running_per_person=2)["a2"].eta_s == 10.0


def test_a_kind_that_was_never_measured_takes_as_long_as_the_others():
    queue = overview(line("v", "ada", kind="vary"), seconds={"illustrate": 10.0, "letter": 30.0})
    assert standings(queue, SLOTS)["v"].eta_s == 20.0


def test_a_job_that_has_ended_needs_no_time():
    assert "gone" not in standings(overview(), SLOTS)


def test_what_measures_itself_is_believed_whatever_others_of_its_kind_took():
    slow = replace(line("j1", "ada", running=True), left_s=400.0)
    found = standings(overview(slow, line("j2", "bob"), seconds={"illustrate": 10.0}), SLOTS)
    assert (found["j1"].eta_s, found["j2"].eta_s) == (400.0, 410.0)


def test_what_was_foreseen_of_an_order_that_waits_needs_nothing_that_was_measured_before():
    found = standings(overview(replace(line("j1", "ada"), left_s=90.0)), SLOTS)
    assert found["j1"] == Standing(position=1, eta_s=90.0)


def test_what_measures_itself_needs_nothing_that_was_measured_before():
    found = standings(overview(replace(line("j1", "ada", running=True), left_s=7.0)), SLOTS)
    assert found["j1"] == Standing(position=0, eta_s=7.0)
