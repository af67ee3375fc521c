"""The composition root: the one place that sees the environment and the configuration."""

from __future__ import annotations

import functools
import getpass
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import App
from bot.cli import run
from bot.conversation.language import asked_for, choose
from bot.conversation.words import Words
from bot.terminal.exits import ExitCode
from config.catalogues import catalogue
from config.formats import load_formats
from config.genres import load_genres
from config.settings import load_settings
from config.showcase import load_showcase
from config.styles import load_styles
from pipeline.domain.brief import Brief, read_brief
from pipeline.domain.event import Notice, unnoticed

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from contextlib import AbstractAsyncContextManager
    from multiprocessing.process import BaseProcess as ParentProcess

    from bot.bench import CommandBench
    from bot.house import House
    from pipeline.domain.step import Progress
    from pipeline.typography.library import FaceLibrary
    from pipeline.workshop.workshop import Workshop

MOST_WORKERS = 4
"""Each may need 600 MB while it draws for print."""

# Drawing, shaping and the encoder are imported by the doors below when they are first opened:
# together they take a second, and `--help` needs none of them.
# ruff: noqa: PLC0415


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `articover` with `arguments` (the process's own when absent); the exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    _end_in_order()
    app = App(
        words=Words(choose(asked_for(given), os.environ)),
        log=_log_file(os.environ),
        debug="--debug" in given,
        library=_library,
        formats=load_formats,
        genres=load_genres,
        styles=load_styles,
        showcase=load_showcase,
        read_brief=_read_brief,
        bench=_bench,
        house=_house,
        settings=load_settings,
    )
    ended = run(given, app)
    _let_workers_go(at_once=ended == ExitCode.INTERRUPTED)
    return ended


def _log_file(environment: Mapping[str, str]) -> Path:
    """Where unexpected errors go: the XDG state folder of the person."""
    state = environment.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "articover" / "articover.log"


@functools.cache
def _library() -> FaceLibrary:
    from pipeline.domain.fonts import FontCatalogue
    from pipeline.typography.library import FaceLibrary

    return FaceLibrary(FontCatalogue.from_tables(catalogue("fonts")))


def _read_brief(given: Mapping[str, object]) -> Brief:
    from pipeline.typography.library import unsupported

    return read_brief(given, load_formats(), lambda char: not unsupported(_library(), char))


@functools.cache
def _workshop(read: Callable[[str], bytes] | None = None) -> Workshop:
    from config.concepts import load_background, load_concepts
    from pipeline.engines.faces import face_finder
    from pipeline.engines.finders import Finders
    from pipeline.engines.sentence_encoder import UniversalSentenceEncoder
    from pipeline.illustrator.catalogue import recipes
    from pipeline.typography.saliency import LightSubjects
    from pipeline.workshop.art_cache import no_blobs
    from pipeline.workshop.catalogues import Catalogues
    from pipeline.workshop.workshop import Workshop

    catalogues = Catalogues(
        concepts=load_concepts(), genres=load_genres(), styles=load_styles(), recipes=recipes(),
        background=load_background(),
    )  # fmt: skip
    return Workshop(catalogues=catalogues, library=_library(), encoder=UniversalSentenceEncoder(),
                    finder=Finders((*face_finder(), LightSubjects())),
                    release=metadata.version("articover"), read=read or no_blobs)  # fmt: skip


def _house(notice: Notice = unnoticed) -> AbstractAsyncContextManager[House]:
    from bot.house import Plan, open_house
    from pipeline.domain.limits import QueueLimits, StudioLimits
    from pipeline.menu import Menu
    from pipeline.workshop.performing import perform

    # by that name worker processes can import it, however this process was started
    from bot.__main__ import _stocked_workshop as stocked_workshop

    settings = load_settings()
    menu = Menu(genres=load_genres(), styles=load_styles(), pairings=_pairings())
    plan = Plan(
        data=settings.data, database_url=settings.database_url, account=getpass.getuser(), menu=menu,
        workshop=functools.partial(stocked_workshop, settings.data / "blobs"), perform=perform,
        long_workers=settings.long_workers, limits=StudioLimits(quota_mb=settings.quota_mb),
        queue=QueueLimits(drain_s=settings.drain_s),
    )  # fmt: skip
    return open_house(plan, notice)


def _pairings() -> tuple[str, ...]:
    return tuple(catalogue("fonts")["pairings"])


def _stocked_workshop(blobs: Path) -> Workshop:
    """The workshop of a worker process, with the pictures that lie in `blobs` at hand."""
    from storage.blobs import reader

    return _workshop(reader(blobs))


def _bench(progress: Progress, blobs: Mapping[str, bytes]) -> CommandBench:

    from bot.bench import CommandBench

    return CommandBench(_workshop, _workers(), progress, blobs)


@functools.cache
def _workers() -> ProcessPoolExecutor | None:
    """Processes that draw side by side; none on one core, or where the system allows none."""
    from concurrent.futures import ProcessPoolExecutor

    count = min(MOST_WORKERS, _cores())
    if count < 2:
        return None
    try:
        return ProcessPoolExecutor(count, initializer=_die_with_parent)
    except (OSError, ImportError):  # no semaphores: a sandbox without /dev/shm
        return None


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _end_in_order() -> None:
    """Let a request to end, or a terminal that was closed, end the run as Ctrl-C does.

    What somebody chose to ignore stays ignored: that is what `nohup` does.
    """
    if threading.current_thread() is threading.main_thread():
        for ending in _endings():
            if signal.getsignal(ending) is signal.SIG_DFL:
                signal.signal(ending, signal.default_int_handler)


def _endings() -> list[int]:
    """The signals besides Ctrl-C that ask a process to end, as far as the system has them."""
    return [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def _die_with_parent() -> None:
    """In a worker: end at once when the parent ends or is told to, and leave the telling to it.

    Without the watch a parent that is killed would leave its workers waiting for ever.
    """
    import multiprocessing

    for ending in (signal.SIGINT, *_endings()):
        if signal.getsignal(ending) is signal.default_int_handler:
            signal.signal(ending, signal.SIG_DFL)
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: ParentProcess) -> None:
    parent.join()
    os._exit(1)


def _let_workers_go(*, at_once: bool) -> None:
    """End the workers, if any were started: when what they draw is done, or `at_once`."""
    if _workers.cache_info().currsize and (pool := _workers()) is not None:
        if at_once:
            import multiprocessing

            for worker in multiprocessing.active_children():
                worker.terminate()
        pool.shutdown(cancel_futures=True)
        # whoever runs `main` again in this process gets new ones
        _workers.cache_clear()
        _workshop.cache_clear()


if __name__ == "__main__":
    # By its real name: worker processes cannot import what belongs to `__main__` of `python -m`.
    from bot.__main__ import main as by_name

    sys.exit(by_name())
