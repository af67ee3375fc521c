"""What the composition root hands to the front ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.conversation.words import Words
from pipeline.domain.brief import Brief
from pipeline.domain.format import Format
from pipeline.domain.genre import Genre
from pipeline.domain.style import Style

if TYPE_CHECKING:
    from pipeline.typography.library import FaceLibrary
    from pipeline.workshop.workshop import Workshop

ReadBrief = Callable[[Mapping[str, object]], Brief]


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """One run of a front end.

    `log` is the file that unexpected errors go to; `debug` shows them on the terminal as well.
    The rest are doors that open on first use, so that `--help` reads no catalogue and loads no drawing
    library. `showcase` has a brief for each style, by its name.
    """

    words: Words
    log: Path
    debug: bool
    library: Callable[[], FaceLibrary]
    formats: Callable[[], Sequence[Format]]
    genres: Callable[[], Sequence[Genre]]
    styles: Callable[[], Sequence[Style]]
    showcase: Callable[[], Mapping[str, Mapping[str, object]]]
    read_brief: ReadBrief
    workshop: Callable[[], Workshop]
