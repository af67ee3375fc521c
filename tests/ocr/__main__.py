"""Read titles back from finished covers: `make ocr` (needs the dependency group `ocr`).

English: RapidOCR on the whole cover, the lines that lie on the title, compared letter by letter.
Korean: tesseract on the lettering alone (black on white), and on the same words in a plain face,
since it reads Hangul from display faces poorly: the lettering may be no worse than the plain face.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.domain.layout import Align, Case, Layout, Material, Role
from pipeline.illustrator.catalogue import recipes
from pipeline.stages.produce import draw
from pipeline.typography.rendering import render_over
from pipeline.workshop.orders import orders
from tests.ocr.titles import ENGLISH, KOREAN
from tests.real import brief, library, workshop

FORMATS = ("6x9", "ebook", "square", "16:9", "1:2.5", "2.5:1", "a4", "신국판")
PLAIN = "noto-sans-kr"


def main() -> None:
    """Print the error rates, worst titles first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--most", type=int, default=1000)
    parser.add_argument("--korean-only", action="store_true")
    args = parser.parse_args()
    if not args.korean_only:
        report("English, finished covers", list(english(args.seed, args.most)))
    if not korean_can_be_read():
        return
    lettering, plain = zip(*korean(args.seed, args.most), strict=True)
    report("Korean, lettering alone", list(lettering))
    report("Korean, plain face", list(plain))


def korean_can_be_read() -> bool:
    """Whether tesseract and its Korean data are here; says what to do when they are not."""
    if shutil.which("tesseract") is None:
        known = ""
    else:
        known = subprocess.run(
            ["tesseract", "--list-langs"], capture_output=True, text=True, check=False
        ).stdout
    if "kor" in known.split():
        return True
    sys.stdout.write(
        "Korean was not read: tesseract with its Korean data is needed.\n"
        "    Debian and Ubuntu: sudo apt-get install tesseract-ocr tesseract-ocr-kor tesseract-ocr-kor-vert\n"
    )
    return False


def report(name: str, results: list[tuple[int, int, str]]) -> None:
    """One line of sum, and every title that was misread."""
    errors, letters = sum(r[0] for r in results), sum(r[1] for r in results)
    sys.stdout.write(f"{name}: {errors}/{letters} = {100 * errors / max(1, letters):.2f} %\n")
    for wrong, _, note in sorted(results, reverse=True):
        if wrong:
            sys.stdout.write(f"    {wrong}  {note}\n")


def covers(titles, seed, most, **changes):
    """Each title as a finished cover, formats in turn."""
    for index, (title, genre, summary) in enumerate(titles[:most]):
        form = FORMATS[index % len(FORMATS)]
        about = brief(title=title, genre=genre, summary=summary, format=form, options=1,
                      seed=seed * 100 + index, author="A. N. Author", **changes)  # fmt: skip
        order = orders(workshop(), about, about.seed, for_print=False)[0]
        yield title, form, order, draw(order, recipes(), library())


def english(seed, most):
    from rapidocr import RapidOCR  # noqa: PLC0415 - in the group `ocr` only

    engine = RapidOCR()
    for title, form, order, cover in covers(ENGLISH, seed, most):
        height, width = cover.picture.shape[:2]
        found = engine(cover.picture[..., ::-1].copy())
        box = cover.layout.block(Role.TITLE).box
        lines = []
        for quad, text in zip(found.boxes if found.boxes is not None else (), found.txts or (),
                              strict=True):  # fmt: skip
            x, y = np.mean(quad, axis=0) / (width, height)
            if box.x - 0.02 <= x <= box.right + 0.02 and box.y - 0.01 <= y <= box.bottom + 0.01:
                lines.append((round(y * 40), x, text))
        read = " ".join(text for _, _, text in sorted(lines))
        note = f"{order.choice.recipe}/{order.choice.pairing} {form}: {title!r} read {read!r}"
        yield distance(plain_letters(title), plain_letters(read)), len(plain_letters(title)), note


def korean(seed, most):
    for title, form, _, cover in covers(KOREAN, seed, most):
        block = cover.layout.block(Role.TITLE)
        black = replace(block, colour="#000000", material=Material.FLAT, effects=())
        plain = replace(black, font=PLAIN, axes=(("wght", 500.0),), tracking=0.0,
                        align=Align.CENTRE, case=Case.AS_TYPED)  # fmt: skip
        results = []
        for one in (black, plain):
            read = tesseract(lettering(one, cover.layout, cover.art.shape), vertical=one.vertical)
            note = f"{one.font} {form}: {title!r} read {read!r}"
            wrong = distance(plain_letters(title), plain_letters(read))
            results.append((wrong, len(plain_letters(title)), note))
        yield tuple(results)


def lettering(block, layout, shape):
    """The block alone, black on white."""
    white = np.full(shape, 255, np.uint8)
    alone = Layout(aspect=layout.aspect, blocks=(block,), language=layout.language)
    picture = Image.fromarray(render_over(white, alone, library()))
    box, (height, width) = block.box, shape[:2]
    air = 0.04 * min(width, height)
    return picture.crop((round(box.x * width - air), round(box.y * height - air),
                         round(box.right * width + air), round(box.bottom * height + air)))  # fmt: skip


def tesseract(picture, *, vertical):
    """What tesseract reads."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "title.png"
        picture.save(path)
        command = [
            "tesseract",
            str(path),
            "-",
            "-l",
            "kor_vert" if vertical else "kor",
            "--psm",
            "6",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return " ".join(done.stdout.split())


def plain_letters(text):
    """Letters and digits only, in lower case: OCR is not asked about quotes and spaces."""
    return "".join(char for char in text.casefold() if char.isalnum())


def distance(first, second):
    """The Levenshtein distance."""
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


if __name__ == "__main__":
    main()
