"""The networks of Real-ESRGAN in plain torch, with the parameter names of the published files.

RRDBNet (Wang et al., "ESRGAN", 2018, https://arxiv.org/abs/1809.00219) with 23 blocks is x4plus and
with 6 x4plus-anime; SRVGGNetCompact (Wang et al., "Real-ESRGAN", 2021, https://arxiv.org/abs/2107.10833)
is animevideov3. Numbers in and out are RGB of 0 to 1, (batch, 3, height, width); what comes out is four
times as wide and high, and may leave that range a little.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.domain.upscaling import Weights

FEATURES, GROWTH = 64, 32
"""The channels between blocks, and those that each layer of a dense block adds."""
SLOPE = 0.2
RESIDUAL = 0.2
"""What of a block's result is added to what went in."""
BLOCKS: Mapping[Weights, int] = {Weights.PHOTO: 23, Weights.ANIME: 6}
LAYERS = 16
"""The layers of SRVGGNetCompact between its first and its last."""
TIMES = 4


def network_for(weights: Weights) -> nn.Module:
    """The network of some weights, with numbers that mean nothing yet and take no memory."""
    with torch.device("meta"):
        if weights is Weights.DRAFT:
            return SRVGGNetCompact(LAYERS)
        return RRDBNet(BLOCKS[weights])


class DenseBlock(nn.Module):
    """Five layers, each of which sees what went in and what all before it have found."""

    def __init__(self) -> None:
        """Layers with numbers at random."""
        super().__init__()
        self.conv1 = _conv(FEATURES, GROWTH)
        self.conv2 = _conv(FEATURES + GROWTH, GROWTH)
        self.conv3 = _conv(FEATURES + 2 * GROWTH, GROWTH)
        self.conv4 = _conv(FEATURES + 3 * GROWTH, GROWTH)
        self.conv5 = _conv(FEATURES + 4 * GROWTH, FEATURES)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 64, height, width) to the same."""
        seen = x
        for conv in (self.conv1, self.conv2, self.conv3, self.conv4):
            seen = torch.cat((seen, _leaky(conv(seen))), 1)
        return torch.add(x, self.conv5(seen), alpha=RESIDUAL)


class ResidualBlock(nn.Module):
    """Three dense blocks: the "residual in residual dense block"."""

    def __init__(self) -> None:
        """Blocks with numbers at random."""
        super().__init__()
        self.rdb1, self.rdb2, self.rdb3 = DenseBlock(), DenseBlock(), DenseBlock()

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 64, height, width) to the same."""
        return torch.add(x, self.rdb3(self.rdb2(self.rdb1(x))), alpha=RESIDUAL)


class RRDBNet(nn.Module):
    """What enlarges well: features are found at the size of the picture, and doubled twice."""

    def __init__(self, blocks: int) -> None:
        """A network of so many blocks, with numbers at random."""
        super().__init__()
        self.conv_first = _conv(3, FEATURES)
        self.body = nn.Sequential(*(ResidualBlock() for _ in range(blocks)))
        self.conv_body = _conv(FEATURES, FEATURES)
        self.conv_up1 = _conv(FEATURES, FEATURES)
        self.conv_up2 = _conv(FEATURES, FEATURES)
        self.conv_hr = _conv(FEATURES, FEATURES)
        self.conv_last = _conv(FEATURES, 3)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 3, height, width) to (batch, 3, 4 * height, 4 * width)."""
        first = self.conv_first(x)
        found = self.conv_body(self.body(first)).add_(first)
        for doubling in (self.conv_up1, self.conv_up2):
            found = _leaky(doubling(functional.interpolate(found, scale_factor=2, mode="nearest")))
        return self.conv_last(_leaky(self.conv_hr(found)))


class SRVGGNetCompact(nn.Module):
    """What enlarges quickly: a row of layers that find what is to be added to larger pixels."""

    def __init__(self, layers: int) -> None:
        """A network of so many layers between the first and the last, with numbers at random."""
        super().__init__()
        inner = [part for _ in range(layers) for part in (_conv(FEATURES, FEATURES), _prelu())]
        self.body = nn.ModuleList(
            [_conv(3, FEATURES), _prelu(), *inner, _conv(FEATURES, 3 * TIMES**2)]
        )

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 3, height, width) to (batch, 3, 4 * height, 4 * width)."""
        found = x
        for part in self.body:
            found = part(found)
        larger = functional.interpolate(x, scale_factor=TIMES, mode="nearest")
        return functional.pixel_shuffle(found, TIMES).add_(larger)


def _conv(taken: int, given: int) -> nn.Conv2d:
    return nn.Conv2d(taken, given, 3, padding=1)


def _prelu() -> nn.PReLU:
    return nn.PReLU(FEATURES)


def _leaky(x: Tensor) -> Tensor:
    return functional.leaky_relu(x, SLOPE, inplace=True)
