"""Look at many covers: invented books in all formats, drawn as anybody's would be.

    python -m tests.gallery                    40 covers on sheets of 10, and at 100 px
    python -m tests.gallery --count 100 --seed 3 --only 7,12 --full

Writes .look/gallery-*.png and says where.
"""

import argparse
import io
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

from PIL import Image

from config.formats import load_formats
from pipeline.domain.brief import read_brief
from pipeline.domain.format import find_format
from tests.real import covers as covers_of

FORMATS = (
    "6x9",
    "ebook",
    "a5",
    "신국판",
    "5x8",
    "2:3",
    "square",
    "46판",
    "16:9",
    "a4",
    "1:2.5",
    "8.25x6",
)
A_SHEET = 10
HEIGHT = 760


def briefs(count, seed):
    """`count` briefs, the format moving on with every round through the books."""
    books = tomllib.loads((Path(__file__).parent / "briefs.toml").read_text())["brief"]
    formats = load_formats()
    for index in range(count):
        book = dict(books[(index + 7 * seed) % len(books)])
        book.setdefault("format", FORMATS[(index + index // len(books) + seed) % len(FORMATS)])
        yield replace(read_brief(book, formats), options=1, seed=seed * 1000 + index)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--style", default="")
    parser.add_argument("--format", default="")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--prefix", default="gallery")
    args = parser.parse_args()
    only = {int(n) for n in args.only.split(",") if n}
    form = find_format(args.format, load_formats()) if args.format else None
    covers = []
    for index, brief in enumerate(briefs(args.count, args.seed)):
        if only and index not in only:
            continue
        about = replace(brief, style=args.style or brief.style, format=form or brief.format)
        option = covers_of(about).drafts[0]
        document = option.document
        print(index, brief.title, "|", document.art.choice.recipe, document.art.composition,
              document.art.choice.palette.name, document.pairing, *document.motifs, "|",
              option.report.verdict, file=sys.stderr)  # fmt: skip
        if args.full:
            path = Path(".look") / f"{args.prefix}-{index}.png"
            path.write_bytes(option.preview)
            print(path)
        covers.append((index, Image.open(io.BytesIO(option.preview)).convert("RGB")))
    for start in range(0, len(covers), A_SHEET):
        print(
            sheet(
                [c for _, c in covers[start : start + A_SHEET]],
                f"{args.prefix}-sheet-{start // A_SHEET}",
            )
        )


def sheet(covers, name):
    """Five in a row at 760 px, and below them all at 100 px."""
    rows = [covers[i : i + 5] for i in range(0, len(covers), 5)]
    scaled = [[fit(cover, 420, 600) for cover in row] for row in rows]
    small = [fit(cover, 100, 150) for cover in covers]
    page = Image.new("RGB", (5 * 430 + 10, len(rows) * 610 + 170), "#8a8a8a")
    for y, row in enumerate(scaled):
        for x, cover in enumerate(row):
            page.paste(cover, (10 + x * 430, 10 + y * 610))
    for x, cover in enumerate(small):
        page.paste(cover, (10 + x * 110, len(rows) * 610 + 10))
    Path(".look").mkdir(exist_ok=True)
    path = Path(".look") / f"{name}.png"
    page.save(path)
    return path


def fit(cover, width, height):
    scale = min(width / cover.width, height / cover.height)
    return cover.resize(
        (round(cover.width * scale), round(cover.height * scale)), Image.Resampling.LANCZOS
    )


if __name__ == "__main__":
    main()
