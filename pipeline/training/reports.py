"""What a training writes for people to look at: losses as a table, a plot and for TensorBoard; sheets."""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.errors import ModelError
from pipeline.training.durable import write_whole
from pipeline.training.history import History

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """How it is drawn, as PNG files: the losses so far; pictures (height, width, 3) of a step."""

    plot: Callable[[History], bytes]
    sheet: Callable[[int, float, Sequence[tuple[str, Pixels]]], bytes]


class Reports:
    """The reports in the folder of a training."""

    def __init__(self, out: Path, showing: Showing, step: int) -> None:
        """Go on after `step`: what TensorBoard knows of later steps is taken back.

        Raises:
            ModelError: `model-extra` without TensorBoard.
        """
        self._out, self._showing = out, showing
        try:
            board: Any = importlib.import_module("torch.utils.tensorboard")
        except ImportError as error:
            raise ModelError("model-extra", extra="diffusion") from error
        self._board = board.SummaryWriter(str(out / "tensorboard"), purge_step=step + 1)

    def learnt(self, step: int, loss: float, rate: float) -> None:
        """Note a step."""
        self._board.add_scalar("loss/train", loss, step)
        self._board.add_scalar("learning_rate", rate, step)

    def measured(self, step: int, loss: float) -> None:
        """Note the loss on held-out pictures."""
        self._board.add_scalar("loss/held_out", loss, step)

    def painted(self, step: int, loss: float, pictures: Sequence[tuple[str, Pixels]]) -> Path:
        """Write a sheet of pictures; where it is."""
        path = self._out / "validation" / f"step-{step:06}.png"
        write_whole(path, self._showing.sheet(step, loss, pictures))
        for number, (_, picture) in enumerate(pictures, 1):
            self._board.add_image(f"validation/{number}", picture, step, dataformats="HWC")
        return path

    def written(self, history: History) -> None:
        """Write the table and the plot of all losses, and what TensorBoard still holds back."""
        write_whole(self._out / "losses.csv", history.as_table().encode())
        write_whole(self._out / "loss.png", self._showing.plot(history))
        self._board.flush()

    def close(self) -> None:
        """Let go of TensorBoard's file."""
        self._board.close()


def clear(out: Path) -> None:
    """Take away the reports of an earlier training, and nothing that another program wrote."""
    for pattern in ("tensorboard/events.out.tfevents.*", "validation/step-*.png"):
        for file in out.glob(pattern):
            file.unlink(missing_ok=True)
