"""The composition root: the one place that sees the environment and wires everything."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import App
from bot.cli import run
from bot.conversation.language import asked_for, choose
from bot.conversation.words import Words
from config.catalogues import catalogue
from config.formats import load_formats
from pipeline.domain.brief import Brief, read_brief
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.fonts import FontCatalogue

if TYPE_CHECKING:
    from pipeline.typography.library import FaceLibrary

# Drawing, shaping and the encoder are imported by the doors below when they are first opened:
# together they take a second, and `--help` needs none of them.


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `articover` with `arguments` (the process's own when absent); the exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    app = App(
        words=Words(choose(asked_for(given), os.environ)),
        log=_log_file(os.environ),
        debug="--debug" in given,
        library=_library,
        suggest=_suggest,
        read_brief=_read_brief,
        studio=_library,
    )
    return run(given, app)


def _log_file(environment: Mapping[str, str]) -> Path:
    """Where unexpected errors go: the XDG state folder of the person."""
    state = environment.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "articover" / "articover.log"


@functools.cache
def _library() -> FaceLibrary:
    from pipeline.typography.library import FaceLibrary  # noqa: PLC0415 - heavy

    return FaceLibrary(FontCatalogue.from_tables(catalogue("fonts")))


def _read_brief(given: Mapping[str, object]) -> Brief:
    from pipeline.typography.library import unsupported  # noqa: PLC0415 - heavy

    return read_brief(given, load_formats(), lambda char: not unsupported(_library(), char))


def _suggest(key: BriefKey) -> Sequence[str]:
    """Values of a key of the brief that the person may choose from; none where it is free text."""
    match key:
        case BriefKey.FORMAT:
            return [entry.name for entry in load_formats()]
        case BriefKey.LANGUAGE:
            return ["en", "ko", "ja", "zh"]
        case _:
            return []


if __name__ == "__main__":
    sys.exit(main())
