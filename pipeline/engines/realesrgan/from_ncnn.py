"""Weights in ncnn's files as the published `.pth` files have them, written once where they are missing.

A `.param` file lists layers in the order in which they run, which is also the order of the parameters
in the published networks; a `.bin` file has their numbers in the same order. Source: the pages "param
and model file structure" and "operators" of ncnn's wiki.
"""

import os
import secrets
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.domain.print_errors import UpscaleError
from pipeline.domain.upscaling import Weights
from pipeline.engines.realesrgan.network import network_for
from pipeline.engines.realesrgan.weights import model_files

HALF = 0x01306B47
"""Before the weights of a layer stands how they are kept: this for half precision, 0 for single."""
HALVES_PAD = 4
"""Numbers in half precision are filled up to a multiple of so many bytes."""

PUBLISHED = {
    Weights.PHOTO: ("RealESRGAN_x4plus.pth", "params_ema"),
    Weights.ANIME: ("RealESRGAN_x4plus_anime_6B.pth", "params_ema"),
    Weights.DRAFT: ("realesr-animevideov3.pth", "params"),
}
"""What the published files are called, and under which key they keep their tensors."""


def published(folder: Path, weights: Weights) -> Path:
    """The published file of some weights in `folder`; where it is missing, it is made of ncnn's.

    Raises:
        UpscaleError: `upscaler-damaged` when ncnn's files are missing or others, `upscaler-unkept`
            when nothing can be written to `folder`.
    """
    file = folder / PUBLISHED[weights][0]
    if not file.is_file():
        param, numbers = model_files(weights)
        try:
            convert(param, numbers, weights, file)
        except OSError as error:
            raise UpscaleError(
                "upscaler-unkept", file=str(file), reason=error.strerror or ""
            ) from error
    return file


def convert(param: Path, numbers: Path, weights: Weights, target: Path) -> None:
    """Write the weights of a pair of ncnn's files as a published file, whole or not at all.

    A `target` that is there is replaced. Of the same files always the same tensors come, in single
    precision; the file has about twice the size of `numbers`.

    Raises:
        UpscaleError: `upscaler-damaged` when the files are not of that network.
        OSError: when they cannot be read or `target` not be written.
    """
    state = state_of(param.read_text(), numbers.read_bytes(), weights)
    # unlike a process's number, which is soon another one's in a container
    part = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with part.open("xb") as file:
            torch.save({PUBLISHED[weights][1]: state}, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def state_of(param: str, numbers: bytes, weights: Weights) -> OrderedDict[str, Tensor]:
    """The tensors of ncnn's files by their names in the published network.

    Raises:
        UpscaleError: `upscaler-damaged` when the files are not of that network.
    """
    expected = network_for(weights).state_dict()
    try:
        arrays = list(_arrays(param, numbers))
        pairs = zip(expected.items(), arrays, strict=True)
        return OrderedDict(
            (name, torch.from_numpy(array.reshape(tuple(like.shape))))
            for (name, like), array in pairs
        )
    except (ValueError, LookupError) as error:  # other layers or sizes, or too few numbers
        raise UpscaleError("upscaler-damaged", file=PUBLISHED[weights][0]) from error


def _arrays(param: str, numbers: bytes) -> Iterator[NDArray[np.float32]]:
    """The parameters of all layers, in order, as flat rows.

    Raises:
        ValueError: when there are too few numbers, or some are left.
    """
    at = 0
    for kind, facts in _layers(param):
        if kind == "Convolution":
            count, given = int(facts["6"]), int(facts["0"])
            weights, at = _told(numbers, at, count)
            biases, at = _plain(numbers, at, given)
            yield from (weights, biases)
        elif kind == "PReLU":
            slopes, at = _plain(numbers, at, int(facts["0"]))
            yield slopes
    if at != len(numbers):
        raise ValueError("numbers are left that belong to no layer")


def _layers(param: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The kind of each layer with its settings; the first two lines count what follows."""
    for line in param.splitlines()[2:]:
        words = line.split()
        yield words[0], dict(word.split("=", 1) for word in words if "=" in word)


def _told(numbers: bytes, at: int, count: int) -> tuple[NDArray[np.float32], int]:
    """A row of numbers, before which stands how they are kept, and where the next begins."""
    kept, at = int.from_bytes(numbers[at : at + 4], "little"), at + 4
    if kept == 0:
        return _plain(numbers, at, count)
    if kept != HALF:
        raise ValueError("numbers are kept in a way that is not known")
    row = np.frombuffer(numbers, "<f2", count, at).astype(np.float32)
    return row, at + -(-2 * count // HALVES_PAD) * HALVES_PAD


def _plain(numbers: bytes, at: int, count: int) -> tuple[NDArray[np.float32], int]:
    """A row of numbers in single precision, and where the next begins."""
    return np.frombuffer(numbers, "<f4", count, at).astype(np.float32), at + 4 * count
