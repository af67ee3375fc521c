"""How a training is watched: its bar, its lines, its sheets and its plot."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click

from bot.conversation.times import span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from bot.terminal.progress import Bar
    from pipeline.training.events import Event, Learnt, Measured, Resumed
    from pipeline.training.reports import Pixels, Showing
    from pipeline.training.settings import Training

# what the command needs when it runs; `--help` needs none of it
# ruff: noqa: PLC0415

LOSS = "{:.4f}"
_SMALLEST = 400


class Watching:
    """Tells what happens: a bar where somebody sees it, and a line for every measurement."""

    def __init__(
        self, words: Words, bar: Bar, stopping: Callable[[], bool], *, quiet: bool
    ) -> None:
        """`stopping` says whether the person asked to stop; `quiet` leaves the lines out."""
        self._words, self._bar, self._stopping, self._quiet = words, bar, stopping, quiet
        self._share: tuple[int, int] | None = None

    def __call__(self, event: Event) -> None:
        """Tell an event."""
        from pipeline.training.events import Doing, Learnt, Measured, Painted, Resumed

        match event:
            case Doing(phase=phase, done=done, total=total):
                share = self._share or (done, total)
                self._bar.show(*share, self._words.say(f"train-doing-{phase}"))
            case Learnt():
                self._learnt(event)
            case Measured():
                self._measured(event)
            case Resumed():
                self._resumed(event)
            case Painted(file=file):
                self._line(f"  → {file}")

    def _resumed(self, event: Resumed) -> None:
        say = self._words.say
        if not event.step:
            self._line(say("train-damaged-all", count=event.damaged))
            return
        if event.damaged:
            self._line(say("train-damaged", count=event.damaged))
        self._line(say("train-resumed", step=str(event.step)))

    def _learnt(self, event: Learnt) -> None:
        self._share = event.step, event.total
        label = (
            self._words.say("train-stopping")
            if self._stopping()
            else self._words.say("train-step", step=str(event.step), total=str(event.total),
                                 loss=LOSS.format(event.loss), left=span(event.left_s, self._words))
        )  # fmt: skip
        self._bar.show(event.step, event.total, label)

    def _measured(self, event: Measured) -> None:
        held = LOSS.format(event.loss)
        if not event.step:
            self._line(self._words.say("train-measured-first", held=held))
            return
        self._line(self._words.say("train-measured", step=str(event.step), total=str(event.total),
                                   loss=LOSS.format(event.learnt), held=held))  # fmt: skip

    def _line(self, text: str) -> None:
        if not self._quiet:
            self._bar.clear()
            click.echo(text)


def showing(app: App, training: Training, pictures: int) -> Showing:
    """Sheets and plots in the person's language, in the faces that come with ArtiCover."""
    from functools import partial

    from pipeline.training.plotting import PlotWords, loss_plot
    from pipeline.training.reports import Showing

    say = app.words.say
    words = PlotWords(
        title=training.name,
        line=say("train-plot-line", pictures=pictures, rank=training.recipe.rank,
                 model=training.base),
        step=say("train-plot-step"), loss=say("train-plot-loss"), each=say("train-plot-each"),
        smooth=say("train-plot-smooth"), held_out=say("train-plot-held"),
    )  # fmt: skip
    return Showing(plot=partial(loss_plot, words=words, library=app.library()),
                   sheet=partial(_sheet, app, training))  # fmt: skip


def _sheet(
    app: App, training: Training, step: int, loss: float, pictures: Sequence[tuple[str, Pixels]]
) -> bytes:  # fmt: skip
    """The pictures of a step side by side, each with its prompt, as PNG."""
    from PIL import Image

    from pipeline.stages.sheet import Proof, SheetWords, contact_sheet

    say = app.words.say
    words = SheetWords(
        title=training.name,
        line=say("train-sheet-line", step=str(step), total=str(training.recipe.steps),
                 loss=LOSS.format(loss)), foot="ArtiCover", foot_aside=training.base,
    )  # fmt: skip
    proofs = [
        Proof(cover=_visible(picture), name=prompt.removeprefix(f"{training.trigger}, "))
        for prompt, picture in pictures
    ]
    file = io.BytesIO()
    Image.fromarray(contact_sheet(proofs, words, app.library())).save(file, "PNG")
    return file.getvalue()


def _visible(picture: Pixels) -> Pixels:
    """Tiny pictures in whole multiples of their size: a sheet shows none larger than it is."""
    times = max(1, _SMALLEST // max(picture.shape))
    return picture.repeat(times, axis=0).repeat(times, axis=1)
