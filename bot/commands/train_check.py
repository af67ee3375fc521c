"""What a look at the data of a training showed, as a table or for a program."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from bot.terminal.columns import cut, padded, width
from bot.terminal.progress import Bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.training.example import Row
    from pipeline.training.flaws import Examination, Finding

# what the command needs when it runs; `--help` needs none of it
# ruff: noqa: PLC0415

_SHOWN = 4
_CAPTION = 100


def looked_at(
    app: App, folder: Path, caption: Callable[[Row], str], resolution: int
) -> Examination:  # fmt: skip
    """Look at the data, with a bar.

    Raises:
        TrainingError: `training-data`, `training-metadata`, `training-outside`.
    """
    from pipeline.training.dataset import read_dataset
    from pipeline.training.examining import examine

    dataset = read_dataset(folder, caption)
    with Bar() as bar:
        return examine(dataset, resolution,
                       lambda done, total: bar.show(done, total, app.words.say("train-looking")))  # fmt: skip


def report(found: Examination, folder: Path, words: Words) -> Iterator[str]:
    """The report as lines for people."""
    yield click.style(
        words.say("train-heading", folder=str(folder), pictures=len(found.specimens),
                  held=len(found.held_out)), bold=True,
    )  # fmt: skip
    if found.specimens:
        yield "  " + words.say("train-sizes", sizes=_sizes(found))
        first = found.specimens[0].example
        caption = cut(first.caption, _CAPTION)
        yield "  " + words.say("train-caption", file=first.file, caption=caption)
    marks = {name: words.say(f"train-mark-{name}") for name in ("error", "warning", "fine")}
    column = max(width(mark) for mark in marks.values())
    for finding in (*found.errors, *found.warnings):
        name, colour = ("error", "red") if finding.flaw.is_error else ("warning", "yellow")
        yield f"  {click.style(padded(marks[name], column), fg=colour)}  {_said(finding, words)}"
        yield from (f"  {' ' * column}  → {line}" for line in _files(finding, words))
    if not found.findings:
        mark = click.style(padded(marks["fine"], column), fg="green")
        yield f"  {mark}  {words.say('train-fine')}"
    if found.reader == "shapes":
        yield "  " + words.say("train-guess")
    yield "  " + words.say("train-licence")


def as_object(found: Examination, words: Words) -> dict[str, Any]:
    """The report for a program."""
    return {
        "pictures": len(found.specimens),
        "held_out": len(found.held_out),
        "sizes": {f"{s.width}x{s.height}": n for s, n in _counted(found)},
        "lettering_by": found.reader,
        "ready": not found.errors,
        "findings": [
            {
                "flaw": str(finding.flaw), "error": finding.flaw.is_error, "count": finding.count,
                "share": round(finding.share, 4), "files": list(finding.files),
                "message": _said(finding, words),
            }
            for finding in (*found.errors, *found.warnings)
        ],
    }  # fmt: skip


def _said(finding: Finding, words: Words) -> str:
    return words.say(
        f"train-flaw-{finding.flaw}", count=finding.count, share=f"{finding.share:.0%}"
    )


def _files(finding: Finding, words: Words) -> Iterator[str]:
    if finding.files:
        yield ", ".join(finding.files[:_SHOWN])
    if len(finding.files) > _SHOWN:
        yield words.say("train-more", count=len(finding.files) - _SHOWN)


def _counted(found: Examination) -> list[tuple[Any, int]]:
    return Counter(one.size for one in found.specimens).most_common()


def _sizes(found: Examination) -> str:
    return ", ".join(f"{size.width} × {size.height} ({n})" for size, n in _counted(found))
