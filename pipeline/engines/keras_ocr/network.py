"""keras-ocr's detector with the published weights of CRAFT, in the process that is its own.

keras-ocr 0.9.3 (Morales, MIT) is imported beside current numpy, TensorFlow and Keras 3. Its own ways
to its weights are not gone: they want the network, or torch.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.engines.craft.weights import Weights, load_weights, weights_file
from pipeline.ports.lettering import Fragment, Pixels

DETECTION, TEXT, LINK = 0.4, 0.3, 0.3
"""Its thresholds, in its own names."""
_NAMES = {
    "int": (np.int8, np.int16, np.int32, np.int64),
    "uint": (np.uint8, np.uint16, np.uint32, np.uint64),
    "float": (np.float16, np.float32, np.float64),
    "complex": (np.complex64, np.complex128),
    "others": (bool, object, bytes, str, np.void),
}
"""What `numpy.sctypes` was before numpy 2."""


def open_network() -> "Network":
    """The network with its weights.

    Raises:
        RetouchError: `detector-damaged`.
        ImportError: when a library does not load.
    """
    weights = load_weights(weights_file())
    detection = _imported()
    model = detection.Detector(weights=None).model
    _fill(model, weights)
    return Network(model, detection)


class Network:
    """Finds words, as `keras_ocr.detection.Detector.detect` does."""

    def __init__(self, model: Any, detection: Any) -> None:
        self._model = model
        self._detection = detection

    def __call__(self, rgb: Pixels) -> Sequence[Fragment]:
        """Words, with how much the middle of their surest letter looks like one."""
        heat = self._model.predict(self._detection.compute_input(rgb)[None], verbose=0)
        (boxes,) = self._detection.getBoxes(
            heat, detection_threshold=DETECTION, text_threshold=TEXT, link_threshold=LINK
        )
        return [Fragment(corners=box, confidence=_surest(heat[0, ..., 0], box)) for box in boxes]


def _surest(letters: NDArray[np.float32], box: NDArray[np.float32]) -> float:
    """The highest value of a heat map, which is half as large, in the bounds of a box."""
    height, width = letters.shape
    left, top = np.clip(np.floor(box.min(axis=0) / 2).astype(int), 0, (width - 1, height - 1))
    right, bottom = np.ceil(box.max(axis=0) / 2).astype(int)
    return float(np.clip(letters[top : bottom + 1, left : right + 1].max(), 0.0, 1.0))


def _imported() -> Any:
    """The library's module; imgaug, which it imports, asks for what numpy 2 has no more."""
    if not hasattr(np, "sctypes"):
        setattr(np, "sctypes", {name: list(kinds) for name, kinds in _NAMES.items()})  # noqa: B010
    from keras_ocr import detection  # noqa: PLC0415  (heavy, optional)

    return detection


def _fill(model: Any, weights: Weights) -> None:
    """Give every layer its weights, which have the names of the published network.

    Of a convolution they are (out, in, y, x) there, and (y, x, in, out) here.
    """
    for layer in model.layers:
        if not layer.weights:
            continue
        kernel, bias = weights[f"{layer.name}.weight"], weights[f"{layer.name}.bias"]
        if kernel.ndim == 4:
            layer.set_weights([kernel.transpose(2, 3, 1, 0), bias])
        else:
            rest = [weights[f"{layer.name}.running_{name}"] for name in ("mean", "var")]
            layer.set_weights([kernel, bias, *rest])
