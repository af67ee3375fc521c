"""Whatever happens to the model's process, it costs what was in hand one try, and nothing else."""

import asyncio
import functools
import multiprocessing
from collections import Counter

import pytest

from pipeline.domain.errors import ModelError, PaintError
from pipeline.domain.event import PainterEnded, PainterLost, PainterRested, PainterStarted
from pipeline.queue.painting import life
from tests.queue.painting import easel
from tests.queue.waiting import alive, until

pytestmark = pytest.mark.kills


async def failing(house, prompt, **request):
    with pytest.raises(PaintError) as caught:
        await house.paint(prompt, **request)
    return caught.value


@pytest.mark.parametrize(("prompt", "why", "exit_code"), [
    ("exits", "gone", 3), ("killed SIGKILL", "gone", -9), ("killed SIGSEGV", "gone", -11),
    ("no-memory", "broken", None), ("driver secret", "broken", None), ("forget", "broken", -9),
    ("unreadable", "gone", -9),
])  # fmt: skip
async def test_a_process_that_is_lost_costs_a_try_and_the_next_has_another(
    opened, caplog, prompt, why, exit_code
):
    house = opened()
    error = await failing(house, prompt)
    assert (error.code, error.retryable) == ("painter-lost", True)
    assert int(await house.paint("next")) > 0
    (lost,) = house.of(PainterLost)
    assert (lost.why, lost.tickets) == (why, 1)
    assert exit_code in (None, lost.exit_code)
    assert len(house.of(PainterStarted)) == 2
    assert "secret" not in caplog.text


async def test_the_stack_of_what_broke_the_model_is_logged(opened, caplog):
    await failing(opened(), "driver somewhere")
    assert "in driver" in caplog.text
    assert caplog.text.rstrip().endswith("RuntimeError")


@pytest.mark.parametrize("prompt", ["hang", "killed SIGSTOP"])
async def test_a_process_that_says_nothing_while_it_has_work_is_ended(opened, tmp_path, prompt):
    house = opened(step_s=0.6)
    pid = int(await house.paint("first"))
    error = await failing(house, prompt)
    assert (error.code, error.facts) == ("painter-late", {"seconds": 0.6})
    assert int(await house.paint("next")) != pid
    assert house.of(PainterLost) == [PainterLost(why="late", tickets=1, exit_code=-9)]
    assert not alive(pid)


async def test_one_that_hangs_over_what_nobody_wants_any_more_is_ended_before_it_is_needed(opened):
    house = opened(step_s=0.6)
    pid = int(await house.paint("first"))
    picture = asyncio.create_task(house.paint("hang"))
    await until(lambda: "admit ann hang" in house.written())
    picture.cancel()
    await until(lambda: house.of(PainterLost))
    assert not alive(pid)
    assert int(await house.paint("next")) != pid


async def test_long_silence_without_work_is_no_fault(opened):
    house = opened(step_s=0.5)
    first = await house.paint("first")
    await asyncio.sleep(0.7)  # silence is what is tested
    assert await house.paint("next") == first


async def test_a_model_that_takes_too_long_to_load_is_ended(opened, tmp_path):
    house = opened(functools.partial(easel.stuck, tmp_path / "pid"), start_s=0.3)
    assert (await failing(house, "one")).code == "painter-late"
    await until(lambda: house.of(PainterLost))
    assert house.of(PainterLost) == [PainterLost(why="starting", tickets=0, exit_code=-9)]
    assert not multiprocessing.active_children()


async def test_a_model_that_cannot_be_loaded_is_told_as_it_is_and_tried_again_after_a_pause(
    opened, tmp_path
):
    house = opened(functools.partial(easel.missing_once, tmp_path / "seen"), refused_s=0.3)
    refusals = []
    async with asyncio.timeout(10):
        while len(refusals) < 3 or not house.of(PainterStarted):
            try:
                await house.paint("one")
            except ModelError as error:
                refusals.append(error)
            await asyncio.sleep(0.01)
    assert {(error.code, error.facts["model"]) for error in refusals} == {
        ("model-missing", "a model")
    }
    assert not house.of(PainterLost)


async def test_an_unforeseen_error_in_loading_is_a_loss_whose_stack_is_logged(opened, caplog):
    house = opened(easel.surprising)
    assert (await failing(house, "one")).code == "painter-lost"
    await until(lambda: house.of(PainterLost))
    assert "in surprising" in caplog.text
    assert "secret" not in caplog.text


async def test_where_no_process_may_be_made_that_is_told(opened, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError("no processes here")

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", refuse)
    house = opened()
    assert (await failing(house, "one")).code == "painter-lost"
    await until(lambda: house.of(PainterLost))
    assert house.of(PainterLost)[0].exit_code == 0


async def test_a_model_that_is_lost_again_and_again_rests_and_says_for_how_long(opened, tmp_path):
    starts = tmp_path / "starts"
    house = opened(functools.partial(easel.crashing, starts), losses=3, rest_s=90.0)
    codes = []
    while "painter-resting" not in codes and len(codes) < 100:
        codes.append((await failing(house, "one")).code)
    resting = await failing(house, "one")
    assert (resting.facts, resting.retryable) == ({"minutes": 2}, True)
    assert codes[:3] == ["painter-lost"] * 3
    assert house.of(PainterRested) == [PainterRested(seconds=90.0)]
    assert starts.read_text().count("started") == 3


async def test_whoever_waits_when_the_rest_begins_is_told_at_once(opened):
    house = opened(at_once=1, losses=1)
    guilty, waiting = await asyncio.gather(failing(house, "exits"), failing(house, "waiting"))
    assert (guilty.code, waiting.code) == ("painter-lost", "painter-resting")


async def test_what_was_in_hand_at_a_loss_is_tried_again_alone(opened, tmp_path):
    """So that the guilty one takes nobody down with it again, and rests nobody's model."""
    house = opened(losses=2)
    go = tmp_path / "go"
    innocent = [asyncio.create_task(failing(house, f"until {go}", seed=n)) for n in range(2)]
    await until(lambda: len(house.written()) == 2)
    await failing(house, "exits")
    await asyncio.gather(*innocent)
    house.diary.unlink()
    go.touch()
    again = await asyncio.gather(
        house.paint(f"until {go}", seed=0), house.paint("exits"), house.paint(f"until {go}", seed=1),
        house.paint("other", person="bob"), return_exceptions=True,
    )  # fmt: skip
    assert [getattr(one, "code", "painted") for one in again] == [
        "painted", "painter-lost", "painted", "painted"
    ]  # fmt: skip
    assert all(event.tickets == 1 for event in house.of(PainterLost)[1:])
    assert not house.of(PainterRested)
    lines = [line.split()[0] for line in house.written()]
    assert lines == ["admit", "end"] * 2 + ["admit"] + ["admit", "end"]


async def test_what_one_request_does_to_every_process_says_nothing_against_the_model(opened):
    house = opened(losses=2)
    for _ in range(4):
        assert (await failing(house, "exits")).code == "painter-lost"
    assert int(await house.paint("another")) > 0
    await until(lambda: len(house.of(PainterLost)) == 4)
    assert not house.of(PainterRested)


async def test_a_model_that_paints_between_its_losses_does_not_rest(opened):
    house = opened(losses=2)
    for n in range(3):
        assert (await failing(house, f"exits {n}")).code == "painter-lost"
        assert int(await house.paint("another")) > 0
    assert not house.of(PainterRested)


async def test_who_was_cleared_by_a_picture_is_painted_in_company_again(opened, tmp_path):
    house = opened()
    once, go = tmp_path / "once", tmp_path / "go"
    await failing(house, f"once {once}")
    await house.paint(f"once {once}")
    company = asyncio.create_task(house.paint(f"until {go}"))
    await until(lambda: f"admit ann until {go}" in house.written())
    assert await house.paint(f"once {once}")
    go.touch()
    await company


async def test_a_process_is_replaced_between_pictures_after_a_while(opened):
    house = opened(at_once=2, most_pictures=2)
    pids = [await house.paint(f"{n}") for n in range(5)]
    assert [pids.index(pid) for pid in pids] == [0, 0, 2, 2, 4]
    assert house.of(PainterEnded) == [PainterEnded(why="worn", pictures=2)] * 2


async def test_a_worn_process_takes_no_more_and_is_replaced_however_busy_it_is(opened):
    house = opened(at_once=2, most_pictures=2)
    pids = await asyncio.gather(*(house.paint(f"{n}") for n in range(6)))
    assert max(Counter(pids).values()) < 2 + 2
    assert not house.of(PainterLost)


async def test_a_process_whose_memory_has_grown_is_replaced(opened):
    house = opened(most_growth_mb=50)
    pids = [await house.paint(prompt) for prompt in ("one", "leak 30000000", "two", "three")]
    assert [pids.index(pid) for pid in pids] == [0, 0, 2, 2]
    assert house.of(PainterEnded) == [PainterEnded(why="worn", pictures=2)]


async def test_a_model_that_nobody_needs_is_let_go_and_loaded_when_it_is_needed(opened):
    house = opened(idle_s=0.05)
    pid = int(await house.paint("one"))
    await until(lambda: house.of(PainterEnded))
    assert not alive(pid)
    assert house.of(PainterEnded) == [PainterEnded(why="idle", pictures=1)]
    assert int(await house.paint("two")) != pid


async def test_a_process_killed_while_idle_is_replaced_at_nobodys_expense(opened):
    house = opened()
    pid = int(await house.paint("one"))
    (process,) = multiprocessing.active_children()
    process.kill()
    process.join()  # the loop has not heard of it yet
    assert int(await house.paint("two")) != pid
    assert [event.tickets for event in house.of(PainterLost)] == [0]


async def test_a_bug_of_our_own_leaves_nobody_waiting(opened, monkeypatch, caplog):
    def wrong(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(life.Life, "admit", wrong)
    assert (await failing(opened(), "one")).code == "painter-lost"
    assert "ZeroDivisionError" in caplog.text
