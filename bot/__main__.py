"""The composition root: the one place that sees the environment and the configuration."""

from __future__ import annotations

import functools
import os
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
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
from config.showcase import load_showcase
from config.styles import load_styles
from pipeline.domain.brief import Brief, read_brief

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.process import BaseProcess as ParentProcess

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
        workshop=_workshop,
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
def _workshop() -> Workshop:
    from config.concepts import load_background, load_concepts
    from pipeline.engines.faces import face_finder
    from pipeline.engines.finders import Finders
    from pipeline.engines.sentence_encoder import UniversalSentenceEncoder
    from pipeline.illustrator.catalogue import recipes
    from pipeline.typography.saliency import LightSubjects
    from pipeline.workshop.workshop import Catalogues, Workshop

    catalogues = Catalogues(
        concepts=load_concepts(), genres=load_genres(), styles=load_styles(), recipes=recipes(),
        background=load_background(),
    )  # fmt: skip
    return Workshop(catalogues=catalogues, library=_library(), encoder=UniversalSentenceEncoder(),
                  finder=Finders((*face_finder(), LightSubjects())), workers=_workers())  # fmt: skip


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
    sys.exit(main())
