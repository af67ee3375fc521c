"""Make the pictures of the README anew: `python -m tests.gallery.pictures`.

Writes docs/pictures/: a gallery of twelve covers, the same twelve as a shop shows them at 100 px,
and the contact sheet of one brief. The books are those of tests/gallery/briefs.toml and docs/briefs.
"""

import io
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageFilter

from config.formats import load_formats
from pipeline.domain.brief import read_brief
from pipeline.domain.layout import Material
from pipeline.domain.operation import Anchor9, EditText, MoveText, Recolour, Restyle, Vary
from pipeline.workshop.art_cache import ArtCache
from tests.real import Bench, begun, done, sheet_of, versions, workshop
from tests.real import covers as covers_of

PROJECT = Path(__file__).parents[2]
PICTURES = PROJECT / "docs" / "pictures"
# title, format, style, seed: what to show, in the order in which it hangs
HANGING = (
    ("The Salt Cartographer", "6x9", "foil", 1),
    ("우리가 두고 온 여름", "신국판", "seascape", 1),
    ("Every Room but One", "5x8", "lino", 1),
    ("화성의 정원사", "46판", "planet", 1),
    ("Cold Harbour", "6.14x9.21", "noir", 2),
    ("꼬마 도깨비의 첫 심부름", "square", "papercut", 4),
    ("Rust in Production", "7x10", "grid", 1),
    ("조선의 밤하늘을 읽다", "a5", "landscape", 1),
    ("Seven Minutes of Rain", "5.5x8.5", "watercolour", 9),
    ("너에게 가는 마지막 열차", "ebook", "botanical", 1),
    ("Pocket Rocket Girl", "6.69x9.61", "comic", 1),
    ("Slow Kitchens of the North", "8.25x6", "riso", 1),
)
SHEET_OF = "1-the-salt-archive.toml"
LANTERN = {
    "title": "The Quiet Lantern", "author": "Anna Wren", "genre": "mystery", "seed": 7,
    "summary": "A lighthouse keeper finds letters from a ship that never arrived.",
}  # fmt: skip
SEASCAPE = 2
"""Which of the lantern's four covers is worked on."""
CHANGES = (
    EditText(changes=(("subtitle", "A Novel"), ("free", "“A marvel.”"))),
    MoveText(block="title", to=Anchor9.BOTTOM),
    Restyle(blocks=("title",), material=Material.FOIL, colour="#c79a3b"),
    Recolour(colours=("#23492f",)),
    Vary(seed=5, count=1),
)
"""What the README's commands do to the lantern, one after another."""
WALL = "#e9e6df"
IN_A_ROW = 6
CELL, TALL, AIR = 300, 440, 28
SMALL = 100


def main() -> None:
    """Draw, write, and say what was written."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    covers = [cover(*shown) for shown in HANGING]
    pictures = {
        "gallery": gallery(covers),
        "thumbnails": thumbnails(covers),
        "contact-sheet": contact_sheet(),
        "versions": changed(),
    }
    for name, picture in pictures.items():
        path = PICTURES / f"{name}.jpg"
        picture.save(path, quality=86, optimize=True, progressive=True)
        sys.stdout.write(f"{path.relative_to(PROJECT)}  {path.stat().st_size // 1000} kB\n")


def cover(title, form, style, seed):
    """One book's preview."""
    books = tomllib.loads((Path(__file__).parent / "briefs.toml").read_text("utf-8"))["brief"]
    book = next(book for book in books if book["title"] == title)
    asked = {"format": form, "style": style, "seed": seed, "options": 1}
    brief = read_brief({**book, **asked}, load_formats())
    made = covers_of(brief).drafts[0]
    return Image.open(io.BytesIO(made.preview)).convert("RGB")


def gallery(covers):
    """The covers on a wall, all with the same area, each on the floor of its row."""
    rows = [covers[start : start + IN_A_ROW] for start in range(0, len(covers), IN_A_ROW)]
    page = Image.new("RGB", (IN_A_ROW * (CELL + AIR) + AIR, len(rows) * (TALL + AIR) + AIR), WALL)
    for row, hung in enumerate(rows):
        floor = (row + 1) * (TALL + AIR)
        for column, picture in enumerate(hung):
            small = fitted(picture, CELL, TALL)
            x = AIR + column * (CELL + AIR) + (CELL - small.width) // 2
            hang(page, small, x, floor - small.height)
    return page


def hang(page, picture, x, y):
    """The picture with its shadow on the wall."""
    shadow = Image.new("L", page.size, 0)
    shadow.paste(110, (x + 2, y + 6, x + picture.width + 2, y + picture.height + 6))
    page.paste("#5a554c", mask=shadow.filter(ImageFilter.GaussianBlur(8)))
    page.paste(picture, (x, y))


def thumbnails(covers):
    """All at 100 px wide, as a shop's list shows them."""
    small = [fitted(picture, SMALL, SMALL * 2) for picture in covers]
    height = max(picture.height for picture in small) + 24
    page = Image.new("RGB", (len(small) * (SMALL + 12) + 12, height), "white")
    for index, picture in enumerate(small):
        page.paste(picture, (12 + index * (SMALL + 12), height - 12 - picture.height))
    return page


def contact_sheet():
    """The sheet that `articover cover` writes for four options."""
    given = tomllib.loads((PROJECT / "docs" / "briefs" / SHEET_OF).read_text("utf-8"))
    brief = replace(read_brief(given, load_formats()), options=4)
    sheet = sheet_of(covers_of(brief))
    return fitted(Image.open(io.BytesIO(sheet.content)).convert("RGB"), 1600, 1600)


def changed():
    """One cover and what a chain of changes makes of it, each a version of its own."""
    brief, bench = read_brief(LANTERN, load_formats()), Bench()
    workshop().arts = ArtCache(bench.blobs.__getitem__)
    version, shown = begun(brief, bench)[SEASCAPE], []
    for operation in CHANGES:
        shown.append(Image.open(io.BytesIO(bench.blobs[version.preview])).convert("RGB"))
        made = done(operation, brief, version, bench=bench)
        version = versions(made, bench, operation, version)[0]
    shown.append(Image.open(io.BytesIO(bench.blobs[version.preview])).convert("RGB"))
    small = [fitted(picture, CELL, TALL) for picture in shown]
    page = Image.new("RGB", (len(small) * (CELL + AIR) + AIR, small[0].height + 2 * AIR), WALL)
    for index, picture in enumerate(small):
        hang(page, picture, AIR + index * (CELL + AIR), AIR)
    return page


def fitted(picture, width, height):
    """The picture as large as it goes into `width` by `height`."""
    scale = min(width / picture.width, height / picture.height)
    size = round(picture.width * scale), round(picture.height * scale)
    return picture.resize(size, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
