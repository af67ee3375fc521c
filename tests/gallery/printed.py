"""Make the README's picture of covers for printers anew: `python -m tests.gallery.printed`.

Nothing is set up by hand: two books go through the commands `cover` and `print`, one for a printer in
America and one for a printer in Korea. Their proofs hang above their mock-ups' left.
"""

import os
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.gallery.pictures import AIR, LANTERN, PICTURES, PROJECT, WALL
from tests.gallery.retouched import command

NAME = "print.jpg"
HIGH = 520
LANTERN_BACK = (
    "For thirty years Elin Marsh has kept the light on Farrow Point, and every ship that passed has "
    "answered it. Then a letter comes from one that never arrived.\n\n"
    "She was the last to see the Meridian. Somebody on board has been writing to her ever since."
)
ISLAND_BACK = (
    "남쪽 끝 작은 섬에서 서른 해 동안 편지를 나른 우체부의 기록. 배가 뜨지 못한 날의 소포, "
    "글을 모르는 할머니에게 읽어 드린 답장, 끝내 부치지 못한 편지 한 통.\n\n"
    "바다가 갈라놓은 마음을 걸어서 이은 사람의 이야기."
)


def main() -> None:
    """Draw, write, and say what was written."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"ARTICOVER_DATA": str(Path(folder) / "data"), "ARTICOVER_PAINTER": "off"}
        rows = [lantern(Path(folder) / "lantern"), island(Path(folder) / "island")]
    wall = hung(rows)
    wall.save(PICTURES / NAME, quality=84, optimize=True, progressive=True)
    size = (PICTURES / NAME).stat().st_size // 1000
    sys.stdout.write(f"{(PICTURES / NAME).relative_to(PROJECT)}  {size} kB\n")


def lantern(folder: Path) -> list[Image.Image]:
    """The README's lantern as KDP prints it: its proof and its mock-up."""
    told = (f"--{name}={LANTERN[name]}" for name in ("title", "author", "genre", "summary", "seed"))
    command("cover", *told, "--style", "seascape", "--options", "1", "--preview", "--out", folder)
    command("print", "last", "--for", "kdp-6x9", "--pages", "312", "--paper", "cream",
            "--isbn", "978-0-306-40615-7", "--blurb", LANTERN_BACK,
            "--about", "Anna Wren lives by the sea and writes about those who watch it.",
            "--out", folder)  # fmt: skip
    return made(folder)


def island(folder: Path) -> list[Image.Image]:
    """A Korean book as a print-on-demand house in Korea prints it."""
    command("cover", "--brief", PROJECT / "docs" / "briefs" / "4-섬의-우체부.toml",
            "--options", "1", "--preview", "--out", folder)  # fmt: skip
    command("print", "last", "--for", "bookk-신국판", "--pages", "256",
            "--isbn", "979-11-90090-01-8", "--addon", "03810", "--blurb", ISLAND_BACK,
            "--about", "한서윤은 남해의 섬에서 태어나 지금도 그곳에서 글을 쓴다.",
            "--out", folder)  # fmt: skip
    return made(folder)


def made(folder: Path) -> list[Image.Image]:
    """The proof and the mock-up in a folder, as high as they hang."""
    pictures: list[Image.Image] = []
    for kind in ("proof", "mockup"):
        (path,) = folder.glob(f"*-{kind}.jpg")
        with Image.open(path) as picture:
            size = round(picture.width * HIGH / picture.height), HIGH
            pictures.append(picture.convert("RGB").resize(size, Image.Resampling.LANCZOS))
    return pictures


def hung(rows: list[list[Image.Image]]) -> Image.Image:
    """The rows one under the other."""
    widest = max(sum(picture.width + AIR for picture in row) for row in rows)
    wall = Image.new("RGB", (widest + AIR, len(rows) * (HIGH + AIR) + AIR), WALL)
    for number, row in enumerate(rows):
        left = AIR
        for picture in row:
            wall.paste(picture, (left, AIR + number * (HIGH + AIR)))
            left += picture.width + AIR
    return wall


if __name__ == "__main__":
    main()
