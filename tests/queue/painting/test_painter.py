"""The painter paints for many at once in a process of its own, and gives up what nobody wants."""

import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.domain.errors import PaintError
from pipeline.domain.event import Painted, PainterStarted
from pipeline.domain.painting import PaintStep
from pipeline.ports.bench import Stopped
from tests.queue.painting import easel
from tests.queue.painting.conftest import unwatched
from tests.queue.waiting import until


class Watcher:
    """Keeps what it was told; `raises` after so many steps, or waits for `go`."""

    def __init__(self, raises=None, *, after=0, go=None):
        self.told, self.raises, self.after, self.go = [], raises, after, go
        self.begun = asyncio.Event()

    async def __call__(self, step):
        self.told.append(step)
        self.begun.set()
        if self.go is not None:
            await self.go.wait()
        if self.raises is not None and step.done >= self.after:
            raise self.raises


async def test_a_picture_is_painted_in_another_process_that_stays(opened):
    house = opened()
    first, again = await house.paint("one"), await house.paint("two")
    assert first == again
    assert int(first) != os.getpid()
    assert len(house.of(PainterStarted)) == 1
    assert [event.steps for event in house.of(Painted)] == [3, 3]


async def test_a_watcher_is_told_of_progress_with_previews_up_to_the_last_step(opened):
    watcher = Watcher()
    await opened(look_s=60.0).paint("one", watcher, steps=3)
    assert watcher.told[-1].done == watcher.told[-1].total == 3
    assert [step.done for step in watcher.told] == sorted({step.done for step in watcher.told})
    assert any(step.preview for step in watcher.told)


async def test_many_are_painted_together(opened, tmp_path):
    house = opened(at_once=3)
    go = tmp_path / "go"
    pictures = [asyncio.create_task(house.paint(f"until {go}", seed=n)) for n in range(3)]
    await until(lambda: len(house.written()) == 3)
    go.touch()
    await asyncio.gather(*pictures)
    assert [line.split()[0] for line in house.written()] == ["admit"] * 3 + ["end"] * 3


async def test_people_take_turns_when_more_is_asked_than_painted_at_once(opened):
    house = opened(at_once=1)
    await asyncio.gather(*(house.paint(f"ann-{n}") for n in range(3)),
                         *(house.paint(f"bob-{n}", person="bob") for n in range(2)))  # fmt: skip
    admitted = [line.split()[2] for line in house.written() if line.startswith("admit")]
    assert admitted == ["ann-0", "bob-0", "ann-1", "bob-1", "ann-2"]


async def test_some_more_than_are_painted_at_once_are_handed_over_ahead(opened, tmp_path):
    house = opened(at_once=1, ahead=1)
    pictures = [asyncio.create_task(house.paint(f"until {tmp_path / 'go'}", seed=n))
                for n in range(4)]  # fmt: skip
    await until(lambda: len(house.written()) == 2)
    (tmp_path / "go").touch()
    await asyncio.gather(*pictures)
    assert [line.split()[0] for line in house.written()][:3] == ["admit", "admit", "end"]


async def test_cancelling_one_that_waits_tells_the_model_nothing(opened, tmp_path):
    house = opened(at_once=1)
    first = asyncio.create_task(house.paint(f"until {tmp_path / 'go'}"))
    await until(house.written)
    waiting = asyncio.create_task(house.paint("waiting"))
    await asyncio.sleep(0)
    waiting.cancel()
    (tmp_path / "go").touch()
    await first
    await house.paint("last")
    assert waiting.cancelled()
    assert not [line for line in house.written() if "waiting" in line]


async def test_cancelling_one_that_is_painted_ends_it_between_steps_and_lets_the_next_in(
    opened, tmp_path
):
    house = opened(at_once=1)
    picture = asyncio.create_task(house.paint(f"until {tmp_path / 'never'}"))
    await until(house.written)
    following = asyncio.create_task(house.paint("next"))
    picture.cancel()
    assert int(await following) != os.getpid()
    assert picture.cancelled()
    assert [line.split()[0] for line in house.written()] == ["admit", "cancel", "admit", "end"]
    assert len(house.of(PainterStarted)) == 1


@pytest.mark.parametrize("error", [Stopped(), ValueError("its own")])
async def test_what_a_watcher_raises_ends_the_picture_and_comes_out_unchanged(
    opened, tmp_path, error
):
    house = opened()
    with pytest.raises(type(error)) as caught:
        await house.paint(f"until {tmp_path / 'never'}", Watcher(error, after=1))
    assert caught.value is error
    await until(lambda: any(line.startswith("cancel") for line in house.written()))


async def test_who_waits_for_a_turn_is_told_so_and_can_be_stopped_by_it(opened, tmp_path):
    house = opened(at_once=1)
    first = asyncio.create_task(house.paint(f"until {tmp_path / 'go'}"))
    await until(house.written)
    watcher = Watcher(Stopped())
    with pytest.raises(Stopped):
        await house.paint("waiting", watcher, steps=7)
    assert watcher.told == [PaintStep(done=0, total=7)]
    (tmp_path / "go").touch()
    await first


async def test_a_slow_watcher_holds_nobody_up_and_misses_no_preview(opened):
    house, go = opened(), asyncio.Event()
    slow = Watcher(go=go)
    picture = asyncio.create_task(house.paint("one", slow, steps=9))
    await slow.begun.wait()
    for n in range(3):
        await house.paint(f"other-{n}")
    await until(lambda: any(line == "end ann one" for line in house.written()))
    await house.paint("last")
    go.set()
    await picture
    assert len(slow.told) < 9
    assert slow.told[-1].done == 9
    assert any(step.preview for step in slow.told)


@pytest.mark.parametrize(("prompt", "code"), [("unsafe", "paint-unsafe"), ("bug", "painter-failed"),
                                              ("odd", "work-failed")])  # fmt: skip
async def test_what_goes_wrong_with_one_picture_ends_it_alone(opened, tmp_path, prompt, code):
    house = opened()
    other = asyncio.create_task(house.paint(f"until {tmp_path / 'go'}"))
    with pytest.raises(Exception) as caught:  # noqa: PT011 - its code is what counts
        await house.paint(prompt)
    assert caught.value.code == code
    (tmp_path / "go").touch()
    assert await other == await house.paint("next")


async def test_an_unforeseen_error_of_one_picture_is_logged_with_its_stack(opened, caplog):
    with pytest.raises(PaintError):
        await opened().paint("bug")
    assert "in a line of code" in caplog.text


async def test_a_warm_painter_has_its_model_before_anybody_asks(opened):
    house = opened()
    await house.painter.warm()
    assert len(house.of(PainterStarted)) == 1
    await house.paint("one")
    await house.painter.warm()
    assert len(house.of(PainterStarted)) == 1


async def test_an_idle_model_costs_no_processor_time(opened):
    house = opened()
    pid = int(await house.paint("one"))

    def spent() -> int:
        ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, ticks))

    before = spent()
    await asyncio.sleep(0.2)  # time must pass: it is what is measured
    assert spent() - before <= 1


async def test_big_pictures_go_both_ways(opened):
    house = opened()
    source = os.urandom(3_000_000)
    request = replace(easel.asked("big 8000000"), source=source)
    painted = await house.painter.paint(request, unwatched)
    assert len(painted.content) == 8_000_000


async def test_after_its_end_nothing_is_taken(opened):
    house = opened()
    await house.painter.close()
    with pytest.raises(RuntimeError):
        await house.paint("one")
