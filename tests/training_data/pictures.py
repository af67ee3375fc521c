"""Pictures and metadata for tests of the data check; no model is needed."""

import json

import numpy as np
from PIL import Image, ImageDraw


def grain(seed, size=(512, 768)):
    """A picture that looks like no other: soft patches of random colours."""
    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(0, 256, (6, 4, 3), np.uint8))
    return small.resize(size, Image.Resampling.BICUBIC)


def lettered(seed):
    """The same with a title over it."""
    picture = grain(seed)
    ImageDraw.Draw(picture).text((40, 90), "THE QUIET LANTERN", "white", font_size=46)
    return picture


def write_folder(folder, count=16, **more):
    """A folder with sound pictures, and `more` rows of metadata by file name."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        grain(number).save(folder / f"{number:02}.png", compress_level=1)
    rows = {
        f"{number:02}.png": {"text": f"a lighthouse, number {number}"} for number in range(count)
    }
    write_rows(folder, rows | more)
    return folder


def write_rows(folder, rows):
    lines = [json.dumps({"file_name": name} | row) for name, row in rows.items()]
    (folder / "metadata.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
