"""A training from its data to its files."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch

from pipeline.domain.adapter import Base
from pipeline.domain.errors import TrainingError
from pipeline.training import reports
from pipeline.training.assembling import Course, assembled
from pipeline.training.buckets import Size
from pipeline.training.checkpoints import Checkpoint, Checkpoints
from pipeline.training.durable import sweep
from pipeline.training.events import Doing, Event, Learnt, Measured, Painted, Phase, Resumed, Tell
from pipeline.training.exclusive import alone_in
from pipeline.training.exporting import Origin, export
from pipeline.training.flaws import Examination
from pipeline.training.history import History
from pipeline.training.identity import differing, fingerprint, identity
from pipeline.training.machine import Machine, is_shortage, machine
from pipeline.training.model import load_model
from pipeline.training.painting import paint
from pipeline.training.reports import Reports, Showing
from pipeline.training.settings import Training


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """What a training came to. `files` (diffusers, kohya) are there when it is `finished`.

    `losses` are those on held-out pictures, (step, loss); `resumed` is the step it went on from.
    """

    finished: bool
    step: int
    resumed: int
    files: tuple[Path, ...]
    losses: tuple[tuple[int, float], ...]
    size: int
    base: Base
    seconds: float


def train(
    training: Training, examination: Examination, showing: Showing, *, tell: Tell,
    stop: Callable[[], bool], restart: bool = False,
) -> Trained:  # fmt: skip
    """Train an adapter, from the newest checkpoint of the same training if there is one.

    When `stop` says so, it is put down in a checkpoint between two steps. With `restart` earlier
    checkpoints in its folder are thrown away.

    Raises:
        TrainingError: for another training's checkpoints in the folder, a model of another
            family, a device or a precision that is not there, too little memory, or a loss that is
            no number any more.
        ModelError: when the model is not there or damaged.
    """
    with alone_in(training.out):
        try:
            return _trained(training, examination, showing, tell, stop, restart=restart)
        except RuntimeError as error:
            if not is_shortage(error):
                raise
            raise TrainingError("training-memory") from error


def _trained(
    training: Training, examination: Examination, showing: Showing, tell: Tell,
    stop: Callable[[], bool], *, restart: bool,
) -> Trained:  # fmt: skip
    tell(Doing(phase=Phase.LOADING, done=0, total=1))
    place = machine(training.device, training.recipe.precision)
    model = load_model(training.model, place.dtype, training.base)
    data = fingerprint(examination.specimens)
    known = identity(training.recipe, str(place.dtype), training.revision, data)
    checkpoints = Checkpoints(training.out / "checkpoints", training.rhythm.keep)
    _swept(training.out)
    if restart:
        checkpoints.clear()
    earlier, damaged = checkpoints.newest()
    if earlier is None:
        reports.clear(training.out)
    if earlier is not None and (names := differing(_plain(known), earlier.identity)):
        raise TrainingError("training-other", path=str(training.out), names=", ".join(names))
    begun = earlier.step if earlier else 0
    try:
        course = assembled(training, examination, model, place, _heeding(stop, tell))
    except _Stopped:
        return Trained(finished=False, step=begun, resumed=begun, files=(), losses=(), size=0,
                       base=model.base, seconds=0.0)  # fmt: skip
    run = _Run(training, examination, course, place, checkpoints, known, tell, stop)
    if earlier is not None:
        run.resume(earlier)
    if earlier is not None or damaged:
        tell(Resumed(step=begun, damaged=damaged))
    return run.finish(showing, data)


class _Stopped(Exception):  # noqa: N818 - no error: a person stopped it
    """It was told to stop in the middle of something that can be left."""


def _heeding(stop: Callable[[], bool], tell: Tell) -> Tell:
    """`tell` that raises `_Stopped` as soon as it shall stop."""

    def told(event: Event) -> None:
        tell(event)
        if stop():
            raise _Stopped

    return told


def _swept(out: Path) -> None:
    """Take away what a killed process left half written; nobody else is at work here."""
    for folder in (out, out / "cache", out / "checkpoints", out / "validation"):
        sweep(folder)


def _plain(known: Mapping[str, Any]) -> dict[str, Any]:
    """An identity as it comes back from JSON."""
    return {name: str(v) if isinstance(v, str) else v for name, v in known.items()}


class _Run:
    """One training in one process."""

    def __init__(
        self, training: Training, examination: Examination, course: Course, place: Machine,
        checkpoints: Checkpoints, known: Mapping[str, Any], tell: Tell, stop: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._training, self._rhythm = training, training.rhythm
        self._examination, self._course, self._place = examination, course, place
        self._checkpoints, self._known = checkpoints, known
        self._tell, self._stop = tell, stop
        self._history, self._resumed = History(), 0
        self._begun = time.monotonic()

    def resume(self, checkpoint: Checkpoint) -> None:
        """Become the training of a checkpoint."""
        self._course.learning.restore(checkpoint.tensors, checkpoint.numbers)
        self._history.learnt = checkpoint.tensors["history/learnt"].tolist()
        self._history.measured = [(int(s), loss) for s, loss in checkpoint.numbers["measured"]]
        self._resumed = checkpoint.step
        self._when = datetime.fromisoformat(checkpoint.numbers["when"])

    def finish(self, showing: Showing, data: str) -> Trained:
        """Learn until the last step or until it is stopped; write what came of it."""
        learning, total = self._course.learning, self._training.recipe.steps
        board = Reports(self._training.out, showing, learning.step)
        try:
            if not learning.step and not self._stop():
                self._look(board)
            while learning.step < total and not self._stop():
                self._step(board)
            if learning.step not in {0, self._resumed} and self._saved != learning.step:
                self._save(board)
            board.written(self._history)
        finally:
            board.close()
        files = self._exported(data) if learning.step == total else ()
        return Trained(
            finished=learning.step == total, step=learning.step, resumed=self._resumed, files=files,
            losses=tuple(self._history.measured), size=self._course.lora.size,
            base=self._course.model.base, seconds=time.monotonic() - self._begun,
        )  # fmt: skip

    _saved = -1
    _when = datetime.min.replace(tzinfo=UTC)
    """When it was put down last: files that are written twice are the same files."""

    def _step(self, board: Reports) -> None:
        """Learn once; look at it and keep it where it is time to."""
        learning, total = self._course.learning, self._training.recipe.steps
        began = time.monotonic()
        loss = learning.advance()
        self._history.learnt.append(loss)
        board.learnt(learning.step, loss, learning.rate)
        self._look(board)
        self._tell(Learnt(step=learning.step, total=total, loss=self._history.now,
                          left_s=self._left(time.monotonic() - began)))  # fmt: skip
        if _is_time(learning.step, self._rhythm.checkpoint_every, total):
            self._save(board)

    def _look(self, board: Reports) -> None:
        """Measure and paint, when it is time to, with the weights that it would come to now."""
        learning, total = self._course.learning, self._training.recipe.steps
        step = learning.step
        with learning.at_result():
            if self._course.held and _is_time(step, self._rhythm.measure_every, total):
                self._measure(board)
            if self._rhythm.prompts and _is_time(step, self._rhythm.paint_every, total):
                self._paint(board)

    def _measure(self, board: Reports) -> None:
        held, learning = self._course.held, self._course.learning
        assert held is not None  # noqa: S101 - who calls it has looked
        self._tell(Doing(phase=Phase.MEASURING, done=0, total=1))
        loss = learning.measured(held)
        self._history.measured.append((learning.step, loss))
        board.measured(learning.step, loss)
        self._tell(Measured(step=learning.step, total=self._training.recipe.steps, loss=loss,
                            learnt=self._history.now))  # fmt: skip

    def _paint(self, board: Reports) -> None:
        """Paint to look at; a sheet that it is told to stop at is left out."""
        prompts, step = self._rhythm.prompts, self._course.learning.step
        told = _heeding(self._stop, self._tell)
        try:
            pictures = paint(
                self._course.model, self._course.reading, self._place, prompts, self._size(),
                steps=self._rhythm.paint_steps, seed=self._training.recipe.seed,
                told=lambda done, all_: told(Doing(phase=Phase.PAINTING, done=done, total=all_)),
            )  # fmt: skip
        except _Stopped:
            return
        loss = self._history.measured[-1][1] if self._history.measured else self._history.now
        file = board.painted(step, loss, list(zip(prompts, pictures, strict=True)))
        self._tell(Painted(step=step, file=file))

    def _size(self) -> Size:
        """The size that most pictures have."""
        sizes = [one.size for one in self._examination.learnt]
        return max(sorted(set(sizes)), key=sizes.count)

    def _save(self, board: Reports) -> None:
        learning = self._course.learning
        losses = torch.tensor(self._history.learnt, dtype=torch.float64)
        self._when = datetime.now(UTC)
        self._checkpoints.save(Checkpoint(
            step=learning.step, identity=self._known,
            numbers={**learning.numbers(), "measured": self._history.measured,
                     "when": self._when.isoformat()},
            tensors={**learning.tensors(), "history/learnt": losses},
        ))  # fmt: skip
        self._saved = learning.step
        board.written(self._history)

    def _left(self, last_s: float) -> float:
        """Seconds to go, by the mean of what this process has done so far."""
        learning = self._course.learning
        done = learning.step - self._resumed
        mean = (time.monotonic() - self._begun) / done if done > 1 else last_s
        return mean * (self._training.recipe.steps - learning.step)

    def _exported(self, data: str) -> tuple[Path, Path]:
        origin = Origin(
            base=self._course.model.base, revision=self._training.revision, fingerprint=data,
            pictures=len(self._examination.learnt), step=self._course.learning.step,
            when=self._when,
        )  # fmt: skip
        return export(self._training, self._course.learning.result(), origin)


def _is_time(step: int, every: int, total: int) -> bool:
    """Whether something is due that is done every so many steps, and always first and last."""
    return step in {0, total} or (every > 0 and step % every == 0)
