"""The model's process ends when it should, and never outlives those who started it."""

import asyncio
import functools
import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from pipeline.domain.errors import PaintError
from pipeline.domain.event import PainterEnded, PainterLost
from tests.queue.painting import easel
from tests.queue.waiting import alive, content, until


async def test_it_leaves_signals_to_its_parent(opened):
    house = opened()
    assert await house.paint("politely") == await house.paint("next")
    assert not house.of(PainterLost)


@pytest.mark.parametrize("prompt", ["hang", "killed SIGSTOP", "until nothing"])
async def test_closing_ends_it_at_once_whatever_it_does(opened, prompt):
    house = opened()
    pid = int(await house.paint("first"))
    picture = asyncio.create_task(house.paint(prompt))
    waiting = asyncio.create_task(house.painter.warm())
    await until(lambda: f"admit ann {prompt}" in house.written())
    await house.painter.close()
    with pytest.raises(PaintError):
        await picture
    await waiting
    assert not alive(pid)
    assert not multiprocessing.active_children()
    assert house.of(PainterEnded) == [PainterEnded(why="closed", pictures=1)]


async def test_closing_ends_it_while_it_loads_its_model(opened, tmp_path):
    house = opened(functools.partial(easel.stuck, tmp_path / "pid"))
    picture = asyncio.create_task(house.paint("one"))
    warming = asyncio.create_task(house.painter.warm())
    pid = int(await content(tmp_path / "pid"))
    await house.painter.close()
    for waiting in (picture, warming):
        with pytest.raises(PaintError):
            await waiting
    assert not alive(pid)


async def test_closing_one_that_was_never_needed_does_nothing(opened):
    house = opened()
    await house.painter.close()
    await house.painter.close()
    assert house.events == []


PARENT = """
import asyncio, pathlib, sys
from pipeline.domain.limits import PaintingLimits
from pipeline.queue.painting.painter import PaintingProcess
from tests.queue.painting import easel

async def watched(step):
    if sys.argv[2] == "leaves" and pathlib.Path(sys.argv[1]).exists():
        sys.exit(0)

async def main():
    painter = PaintingProcess(easel.scripted, at_once=2, limits=PaintingLimits(look_s=0.05))
    await painter.paint(easel.asked("hang " + sys.argv[1]), watched)

if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.mark.parametrize("end", ["killed", "leaves"])
async def test_it_dies_with_a_parent_that_is_killed_or_leaves_without_closing(tmp_path, end):
    script, pid_file = tmp_path / "parent.py", tmp_path / "pid"
    script.write_text(PARENT)
    parent = await asyncio.create_subprocess_exec(
        sys.executable, script, pid_file, end, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    pid = int(await content(pid_file))
    if end == "killed":
        parent.kill()
    async with asyncio.timeout(20):
        await parent.wait()
    await until(lambda: not alive(pid))
