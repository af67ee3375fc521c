"""Covers for tests of training: waves of one colour, whose captions name it."""

import json

import numpy as np
from PIL import Image

HUES = {"red": (225, 40, 30), "blue": (30, 60, 225)}


def wave(rng, size=(64, 96), hue="red"):
    """One picture, as an array: bands of a colour at some angle and width."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width]
    turn, fine = rng.uniform(0, np.pi), rng.uniform(0.05, 0.25)
    bands = 0.5 + 0.5 * np.sin(fine * (x * np.cos(turn) + y * np.sin(turn)) + rng.uniform(0, 6))
    grain = rng.normal(0, 4, (height, width, 3))
    return (np.array(HUES[hue]) * bands[..., None] + grain).clip(0, 255).astype(np.uint8)


def write_covers(folder, count=12, size=(64, 96), seed=0):
    """A folder of covers, half of them red and half blue, with their metadata."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    rows = []
    for index in range(count):
        hue = ("red", "blue")[index % 2]
        name = f"{index:02}.png"
        Image.fromarray(wave(rng, size, hue)).save(folder / name)
        rows.append({"file_name": name, "text": f"{hue} book cover"})
    (folder / "metadata.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder
