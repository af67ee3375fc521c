"""The network of CRAFT as an ONNX graph, written node by node from its weights.

Baek et al., "Character Region Awareness for Text Detection", CVPR 2019: a VGG16 trunk with batch
normalisation, two convolutions in place of its dense layers, and a U-shaped head of four steps. At
inference a batch normalisation is a scale and a shift of each channel: it is folded into the
convolution before it, which changes the result by rounding only.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from pipeline.engines.craft.weights import Weights

INPUT = "picture"
"""(1, 3, H, W) float32; RGB, less the mean and divided by the deviation of ImageNet."""
OUTPUT = "heat"
"""(1, 2, H/2, W/2) float32: for each point, how much it is the middle of a letter, and the middle
between two letters of a word; from 0 to 1, a little beyond at times."""
STEP_PX = 16
"""H and W are multiples of it."""

OPSET = 17
IR_VERSION = 8
EPSILON = 1e-5
"""Of every batch normalisation of the network (torch's default)."""

POOL = ""
TRUNK = (
    ("slice1.0", "slice1.3", POOL, "slice1.7", "slice1.10"),
    (POOL, "slice2.14", "slice2.17"),
    ("slice3.20", POOL, "slice3.24", "slice3.27"),
    ("slice4.30", POOL, "slice4.34"),
)
"""Convolutions of VGG16 by their places in it; what follows each row's last goes to the head as
well, after its ReLU: the published code applies it in place, and so to both."""


def craft_graph(weights: Weights) -> bytes:
    """The network as the content of an .onnx file; equal weights give equal bytes.

    Raises:
        KeyError: when weights are missing.
    """
    net = _Network(weights)
    _letters(net, _head(net, *_trunk(net)))
    picture, heat = (1, 3, "height", "width"), (1, 2, "rows", "columns")
    graph = helper.make_graph(
        net.nodes, "craft", [_value(INPUT, picture)], [_value(OUTPUT, heat)], net.initializers
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model)
    return model.SerializeToString(deterministic=True)


def _value(name: str, shape: Sequence[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape)


class _Network:
    """Nodes and tensors as they are added; every node has one output, which names it."""

    def __init__(self, weights: Weights) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []
        self._weights = weights

    def add(self, kind: str, inputs: Sequence[str], name: str = "", **attributes: Any) -> str:
        output = name or f"{kind}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def keep(self, name: str, values: NDArray[np.float32]) -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def conv(self, x: str, name: str, *, norm: str = "", dilation: int = 1) -> str:
        """The convolution `name`, with the normalisation `norm` in it; as large as its input."""
        kernel, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        if norm:
            kernel, bias = self._folded(kernel, bias, norm)
        inputs = [x, self.keep(f"{name}.weight", kernel), self.keep(f"{name}.bias", bias)]
        side = kernel.shape[-1]
        return self.add(
            "Conv", inputs, kernel_shape=[side, side], dilations=[dilation] * 2,
            pads=[dilation * (side // 2)] * 4,
        )  # fmt: skip

    def _folded(
        self, kernel: NDArray[np.float32], bias: NDArray[np.float32], norm: str
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """In float64, so that only the result is rounded."""
        scale, shift, mean, variance = (
            self._weights[f"{norm}.{part}"].astype(np.float64)
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        factor = scale / np.sqrt(variance + EPSILON)
        folded = kernel * factor[:, None, None, None]
        return folded.astype(np.float32), ((bias - mean) * factor + shift).astype(np.float32)

    def relu(self, x: str) -> str:
        return self.add("Relu", [x])


def _normed(net: _Network, x: str, name: str) -> str:
    """A convolution and the batch normalisation that comes next in its row."""
    row, place = name.rsplit(".", 1)
    return net.conv(x, name, norm=f"{row}.{int(place) + 1}")


def _halved(net: _Network, x: str) -> str:
    return net.add("MaxPool", [x], kernel_shape=[2, 2], strides=[2, 2])


def _trunk(net: _Network) -> tuple[str, list[str]]:
    """What is found at a sixteenth of the size, and at an eighth, a quarter and a half."""
    x = INPUT
    skips: list[str] = []
    for row in TRUNK:
        for name in row:
            x = net.relu(_normed(net, x, f"basenet.{name}")) if name else _halved(net, x)
        skips.append(x)
    last = _normed(net, skips.pop(), "basenet.slice4.37")
    wide = net.add("MaxPool", [last], kernel_shape=[3, 3], pads=[1] * 4)
    wide = net.conv(net.conv(wide, "basenet.slice5.1", dilation=6), "basenet.slice5.2")
    return net.add("Concat", [wide, last], axis=1), skips[::-1]


def _head(net: _Network, x: str, skips: list[str]) -> str:
    """Step by step to half the picture's size, each time beside what the trunk found there."""
    twice = net.keep("twice", np.array([1, 1, 2, 2], np.float32))
    x = _step(net, x, 1)
    for number, skip in enumerate(skips, 2):
        larger = net.add(
            "Resize", [x, "", twice], mode="linear", coordinate_transformation_mode="half_pixel"
        )
        x = _step(net, net.add("Concat", [larger, skip], axis=1), number)
    return x


def _step(net: _Network, x: str, number: int) -> str:
    for place in (0, 3):
        x = net.relu(_normed(net, x, f"upconv{number}.conv.{place}"))
    return x


def _letters(net: _Network, x: str) -> None:
    """The two heat maps."""
    for place in (0, 2, 4, 6):
        x = net.relu(net.conv(x, f"conv_cls.{place}"))
    net.add("Identity", [net.conv(x, "conv_cls.8")], OUTPUT)
