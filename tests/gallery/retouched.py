"""Make the README's picture of lettering in pictures anew: `python -m tests.gallery.retouched`.

Nothing is set up by hand: two generated covers, as a model or an author may bring them, go through
the commands `cover --art`, `find-text`, `erase` and `replace`.
"""

import os
import sys
import tempfile
from pathlib import Path

from PIL import Image

from bot.__main__ import main as typed
from tests.bench_lettering.generating import sample
from tests.bench_lettering.truth import Split
from tests.gallery.pictures import AIR, PICTURES, PROJECT, WALL

PAINTED, BROUGHT = (Split.PSEUDO, 9), (Split.KOREAN, 9)
HIGH = 480
ONE = "--options", "1", "--seed", "4", "--preview"
NAME = "lettering.jpg"


def main() -> None:
    """Draw, write, and say what was written."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"ARTICOVER_DATA": str(Path(folder) / "data"), "ARTICOVER_PAINTER": "off"}
        pictures = [*erased(Path(folder)), *replaced(Path(folder))]
    wall = hung(pictures)
    wall.save(PICTURES / NAME, quality=86, optimize=True, progressive=True)
    size = (PICTURES / NAME).stat().st_size // 1000
    sys.stdout.write(f"{(PICTURES / NAME).relative_to(PROJECT)}  {size} kB\n")


def erased(folder: Path) -> list[Image.Image]:
    """A picture with lettering that a model might have painted, with its numbers, and as a cover."""
    art = written(PAINTED, folder / "painted.png")
    command("find-text", art, "--out", folder)
    command("cover", "--title", "The Wild Border", "--author", "Ines Holm", "--genre", "romance",
            "--art", art, *ONE, "--out", folder / "one")  # fmt: skip
    command("erase", "last", "--all", "--out", folder / "two")
    return [opened(art), opened(folder / "painted-lettering.png"), only(folder / "two")]


def replaced(folder: Path) -> list[Image.Image]:
    """A cover that somebody has already, and the same with other words."""
    art = written(BROUGHT, folder / "brought.png")
    command("cover", "--title", "가을날의 편지", "--author", "강훈", "--art", art, *ONE,
            "--out", folder / "three")  # fmt: skip
    command("text", "last", "--remove", "title", "--out", folder / "three")
    command("erase", "last", "--boxes", "1", "--out", folder / "three")
    command("replace", "last", "--box", "1", "--words", "가을날의 편지", "--out", folder / "four")
    return [opened(art), only(folder / "four")]


def command(*arguments: object) -> None:
    """Type a command, which must succeed."""
    if typed([str(one) for one in arguments]):
        raise SystemExit(1)


def written(which: tuple[Split, int], path: Path) -> Path:
    """A generated cover as a file, twice as large as it was generated."""
    made = Image.fromarray(sample(*which).rgb)
    made.resize((made.width * 2, made.height * 2), Image.Resampling.LANCZOS).save(path)
    return path


def only(folder: Path) -> Image.Image:
    """The one picture in a folder."""
    (path,) = folder.glob("*.png")
    return opened(path)


def opened(path: Path) -> Image.Image:
    """A picture at the height in which it hangs."""
    with Image.open(path) as picture:
        scale = HIGH / picture.height
        return picture.convert("RGB").resize((round(picture.width * scale), HIGH),
                                             Image.Resampling.LANCZOS)  # fmt: skip


def hung(pictures: list[Image.Image]) -> Image.Image:
    """The pictures side by side."""
    width = sum(picture.width + AIR for picture in pictures) + AIR
    wall = Image.new("RGB", (width, HIGH + 2 * AIR), WALL)
    left = AIR
    for picture in pictures:
        wall.paste(picture, (left, AIR))
        left += picture.width + AIR
    return wall


if __name__ == "__main__":
    main()
