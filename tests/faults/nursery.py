"""Lives by the hundred: a process with one thread that has loaded everything and forks.

    python -m tests.faults.nursery campaign ROOT PART PARTS KILLS
    python -m tests.faults.nursery moments ROOT PART PARTS ORDERS
    python -m tests.faults.nursery broken ROOT MOMENT WHAT

Each prints a line of JSON: the census of each kind of killing. A life costs a tenth of a second,
where starting Python costs one. WHAT is broken on purpose, by its name in `tests.faults.broken`.
"""

import asyncio
import gc
import json
import os
import select
import shutil
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

# loaded here, so that no life has to
import alembic.command  # noqa: F401
import sqlalchemy.dialects.sqlite.aiosqlite  # noqa: F401

from tests.faults import life
from tests.faults.broken import BROKEN
from tests.faults.census import Census
from tests.faults.life import Place, Wrap, as_it_is
from tests.faults.points import Points
from tests.faults.reckoning import Reckoning

HUNG_S = 90.0
OPENED = "before people.meet"
"""The first moment after the store was opened."""


def fork(do: Callable[[], object]) -> int:
    """A child that does something and is gone; its process id.

    A fork beside threads may inherit a lock that nobody will ever let go of; those of a store that
    was closed need a moment to end.
    """
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join(HUNG_S)
    if threading.active_count() != 1:
        raise RuntimeError(f"forking beside threads: {threading.enumerate()}")
    if child := os.fork():
        return child
    code = 70
    try:
        do()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def waited(child: int, within_s: float = HUNG_S) -> int | None:
    """How a child ended: its exit code, or minus its signal; None when it lives on."""
    descriptor = os.pidfd_open(child)
    try:
        if not select.select([descriptor], [], [], within_s)[0]:
            return None
    finally:
        os.close(descriptor)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def ended(child: int) -> int:
    """How a child ended that had time enough."""
    code = waited(child)
    if code is None:
        os.kill(child, signal.SIGKILL)
        waited(child)
        raise TimeoutError(f"a life hung for {HUNG_S} s")
    return code


def run(place: Place, die_at: int | str | None, live: Callable[[Points], Coroutine[Any, Any, Any]]) \
        -> Callable[[], None]:  # fmt: skip
    """A life to fork: watched from its first moment, with the number of moments as its legacy."""

    def do() -> None:
        points = Points(place.deaths, die_at)
        points.watch(place.data)
        asyncio.run(live(points))
        legacy = {"firsts": points.firsts, "lived": points.reached}
        (place.root / "points").write_text(json.dumps(legacy))

    return do


def reckoned(place: Place, wrap: Wrap = as_it_is, *, shopping: bool = False) -> Reckoning:
    """The last life of a place, and what it found."""
    answer = place.root / "reckoning"

    def do() -> None:
        answer.write_text(life.told(asyncio.run(life.last_life(place, wrap, shopping=shopping))))

    code = ended(fork(do))
    if code:
        return Reckoning(complaints=[f"the last life ended with {code}"])
    return Reckoning(**json.loads(answer.read_text()))


def fresh(root: Path, template: Path | None, orders: int = 1) -> Place:
    """A new place, empty or with the database of the template."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    if template is not None:
        shutil.copytree(template, root / "data")
    return Place(root=root, orders=orders)


def prepared(root: Path) -> Path:
    """A folder with a database that has its tables and nothing else."""
    place = fresh(root, None)

    async def open_and_close() -> None:
        async with life.opened(place.data):
            pass

    asyncio.run(open_and_close())
    return place.data


def warm_up(root: Path) -> None:
    """Live once here, so that every fork has what is imported and cached on the way."""
    place = fresh(root, None)
    asyncio.run(life.short_life(place, None))
    asyncio.run(life.last_life(place))
    gc.collect()
    gc.freeze()


def short_lives(
    root: Path, part: int, parts: int, *, empty: bool = False, orders: int = 1
) -> Census:
    """Kill a short life at each of its moments, one in `parts`, beginning with `part`.

    What goes on side by side is numbered otherwise in each life, so that a number may miss a
    moment: each kind of moment is met by its name besides.

    With `empty` the store itself has to be made first, and only that is killed. Each life has a
    folder of its own, and what it leaves behind is finished by another one.
    """
    template = None if empty else prepared(root / "template")
    firsts, lived = _points(fresh(root / "counted", template, orders))
    last = firsts[OPENED] - 1 if empty else lived
    named = [name for name, first in firsts.items() if first <= last]
    census = Census(points=last)
    for name in named:
        if sum(name.encode()) % parts == part:
            _killed_life(fresh(root / "place", template, orders), name, census)
    for moment in range(1 + part, last + 1, parts):
        _killed_life(fresh(root / "place", template, orders), moment, census)
    return census


def broken_life(root: Path, moment: str, broken: str) -> Census:
    """A life with something broken on purpose, killed at a named moment."""
    census = Census()
    _killed_life(fresh(root / "place", prepared(root / "template")), moment, census, BROKEN[broken])
    return census


def _killed_life(place: Place, moment: int | str, census: Census, wrap: Wrap = as_it_is) -> None:
    code = ended(fork(run(place, moment, lambda points: life.short_life(place, points, wrap))))
    if code == -signal.SIGKILL:
        census.died(_last_words(place))
    elif code:
        census.complaints.append(f"moment {moment}: the life ended with {code}")
    census.add(reckoned(place, wrap, shopping=True), f"moment {moment} ({_last_words(place)})")


def _points(place: Place) -> tuple[dict[str, int], int]:
    """The first moment of each name in an undisturbed short life, and how many it has."""
    if ended(fork(run(place, None, lambda points: life.short_life(place, points)))):
        raise RuntimeError("a life without kills does not end well")
    legacy = json.loads((place.root / "points").read_text())
    return legacy["firsts"], legacy["lived"]


def _last_words(place: Place) -> str:
    return place.deaths.read_text().strip() if place.deaths.exists() else "lived"


def long_history(root: Path, seed: int, kills: int) -> Census:
    """Kill whoever runs the queue of one store, again and again, while orders keep coming.

    Half of the lives end at a moment by number, half after a time; customers are killed as well.
    """
    random = Random(seed)
    place = fresh(root / "history", prepared(root / "template"))
    census = Census()
    shop = _shop(place)
    try:
        while census.kills < kills:
            moment = random.randint(1, 400) if random.random() < 0.5 else None
            patience_s = 1.0 if moment else random.uniform(0.03, 0.5)
            worker = fork(run(place, moment, lambda p: life.working_life(place, p)))
            _note(census, _killed(worker, patience_s, moment))
            if random.random() < 0.1:
                _end(shop)
                census.died("customer")
                shop = _shop(place)
    finally:
        place.stop.touch()
        if code := ended(shop):
            census.complaints.append(f"the customers ended with {code}")
    census.add(reckoned(place), "history")
    return census


def _shop(place: Place) -> int:
    return fork(lambda: asyncio.run(life.shopping_life(place)))


def _killed(worker: int, within_s: float, moment: int | None) -> str:
    """End a worker that has not done so itself; how it ended."""
    code = waited(worker, within_s)
    if code is None:
        _end(worker)
        return "at a time"
    return f"at moment {moment}" if code == -signal.SIGKILL else f"with {code}"


def _note(census: Census, death: str) -> None:
    if death.startswith("with"):
        census.complaints.append(f"a worker ended {death}")
    else:
        census.died(death)


def _end(child: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    waited(child)


def campaign(root: Path, part: int, parts: int, kills: int) -> dict[str, Census]:
    """A part of the lives that are killed at each moment, from an empty folder, and at random."""
    return {
        "moments": short_lives(root, part, parts),
        "beginnings": short_lives(root, part, parts, empty=True),
        "random": long_history(root, part, kills),
    }


def main() -> None:
    """Do what the arguments say, and print each census."""
    warm_up(Path(sys.argv[2]) / "warm")
    match sys.argv[1:]:
        case ["campaign", root, part, parts, kills]:
            found = campaign(Path(root), int(part), int(parts), int(kills))
        case ["moments", root, part, parts, orders]:
            lives = short_lives(Path(root), int(part), int(parts), orders=int(orders))
            found = {"moments": lives}
        case ["broken", root, moment, what]:
            found = {"broken": broken_life(Path(root), moment, what)}
        case other:
            raise SystemExit(f"what is {other}?")
    print(json.dumps({kind: asdict(census) for kind, census in found.items()}))


if __name__ == "__main__":
    main()
