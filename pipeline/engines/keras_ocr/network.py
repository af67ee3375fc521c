"""keras-ocr's detector with the published weights of CRAFT, in the process that is its own.

keras-ocr 0.9.3 (Morales, MIT) is imported beside current numpy, TensorFlow and Keras 3. Its own ways
to its weights are not gone: they want the network, or torch.
"""

import importlib
from collections.abc import Callable, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.craft.boxes import LEAST_POINTS, TIMES, Thresholds, sureness, words_in
from pipeline.engines.craft.weights import Weights, load_weights, weights_file
from pipeline.ports.lettering import Fragment, Pixels

Heat = NDArray[np.float32]
"""(1, rows, columns, 2): letters and links, from 0 to 1, half the picture's size."""
THRESHOLDS = Thresholds()
"""Those of the other detector with these weights."""
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
    return Network(_compiled(model), detection)


class Network:
    """Finds words as `keras_ocr.detection.Detector.detect` does, whose steps these are."""

    def __init__(self, heat_of: Callable[[NDArray[np.float32]], Heat], detection: Any) -> None:
        """`heat_of` pictures as the library prepares them; `detection` is the library's module."""
        self._heat_of = heat_of
        self._detection = detection

    def __call__(self, rgb: Pixels) -> Sequence[Fragment]:
        """Words, and how sure each is; the sides are multiples of 16."""
        heat = self._heat_of(self._detection.compute_input(rgb)[None])
        text, link = heat[0, ..., 0], heat[0, ..., 1]
        try:
            boxes = self._boxes(heat)
        except IndexError:
            # it fails on an island whose every point is both a letter and a link
            return list(words_in(text, link, THRESHOLDS))
        return [Fragment(corners=box, confidence=sureness(_hottest(text, box), _hottest(link, box)))
                for box in boxes]  # fmt: skip

    def _boxes(self, heat: Heat) -> Sequence[NDArray[np.float32]]:
        (boxes,) = self._detection.getBoxes(
            heat, detection_threshold=THRESHOLDS.detection, text_threshold=THRESHOLDS.text,
            link_threshold=THRESHOLDS.link, size_threshold=LEAST_POINTS,
        )  # fmt: skip
        return boxes


def _hottest(text: NDArray[np.float32], box: NDArray[np.float32]) -> float:
    """The highest value of a heat map within a box of the picture, which is twice as large."""
    within = np.zeros(text.shape, np.uint8)
    cv2.fillConvexPoly(within, np.round(box / TIMES).astype(np.int32), 1)
    return float(min(1.0, text[within == 1].max(initial=0.0)))


def _imported() -> Any:
    """The library's module; imgaug, which it imports, asks for what numpy 2 has no more."""
    if not hasattr(np, "sctypes"):
        setattr(np, "sctypes", {name: list(kinds) for name, kinds in _NAMES.items()})  # noqa: B010
    return importlib.import_module("keras_ocr.detection")


def _compiled(model: Any) -> Callable[[NDArray[np.float32]], Heat]:
    """The model as one graph for pictures of all sizes.

    Its `predict`, which `detect` calls, does the same by way of a pipeline for data sets: that waits
    for seconds where processors are busy.
    """
    import tensorflow as tf  # noqa: PLC0415  (heavy, optional)

    run: Any = tf.function(
        lambda pictures: model(pictures, training=False),
        input_signature=[tf.TensorSpec((1, None, None, 3), tf.float32)],
    )
    return lambda pictures: run(pictures).numpy()


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
