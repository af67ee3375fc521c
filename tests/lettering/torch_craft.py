"""CRAFT as its authors published it, in torch: modules and names as in the weights' file.

Baek et al., "Character Region Awareness for Text Detection", CVPR 2019.
"""

import torch
from torch import nn
from torch.nn.functional import interpolate

VGG16 = (64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512)
SLICES = ((0, 12), (12, 19), (19, 29), (29, 39))


def trunk():
    """The layers of VGG16 with batch normalisation, in their places."""
    layers, channels = [], 3
    for size in VGG16:
        if size == "M":
            layers.append(nn.MaxPool2d(2, 2))
        else:
            layers += [
                nn.Conv2d(channels, size, 3, padding=1),
                nn.BatchNorm2d(size),
                nn.ReLU(inplace=True),
            ]
            channels = size
    return layers


def numbered(layers, first, end):
    """A part of them that keeps their numbers as names."""
    part = nn.Sequential()
    for number in range(first, end):
        part.add_module(str(number), layers[number])
    return part


class Step(nn.Module):
    def __init__(self, channels, middle, out):
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(channels, middle, 1), nn.BatchNorm2d(middle), nn.ReLU(inplace=True),
            nn.Conv2d(middle, out, 3, padding=1), nn.BatchNorm2d(out), nn.ReLU(inplace=True),
        )  # fmt: skip


class TorchCraft(nn.Module):
    """(1, 3, H, W) to (1, 2, H/2, W/2)."""

    def __init__(self):
        super().__init__()
        layers = trunk()
        self.basenet = nn.Module()
        for number, (first, end) in enumerate(SLICES, 1):
            setattr(self.basenet, f"slice{number}", numbered(layers, first, end))
        self.basenet.slice5 = nn.Sequential(
            nn.MaxPool2d(3, 1, 1),
            nn.Conv2d(512, 1024, 3, padding=6, dilation=6),
            nn.Conv2d(1024, 1024, 1),
        )
        for number, sizes in enumerate(
            [(1536, 512, 256), (768, 256, 128), (384, 128, 64), (192, 64, 32)], 1
        ):
            setattr(self, f"upconv{number}", Step(*sizes))
        self.conv_cls = nn.Sequential(
            nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(inplace=True), nn.Conv2d(32, 32, 3, padding=1),
            nn.ReLU(inplace=True), nn.Conv2d(32, 16, 3, padding=1), nn.ReLU(inplace=True),
            nn.Conv2d(16, 16, 1), nn.ReLU(inplace=True), nn.Conv2d(16, 2, 1),
        )  # fmt: skip

    def forward(self, x):
        found = []
        for number in range(1, 5):
            x = getattr(self.basenet, f"slice{number}")(x)
            found.append(x)  # the next slice begins with a ReLU in place, which changes it
        x = torch.cat([self.basenet.slice5(x), found.pop()], dim=1)
        for number in range(1, 5):
            x = getattr(self, f"upconv{number}").conv(x)
            if found:
                beside = found.pop()
                larger = interpolate(x, size=beside.shape[2:], mode="bilinear", align_corners=False)
                x = torch.cat([larger, beside], dim=1)
        return self.conv_cls(x)
