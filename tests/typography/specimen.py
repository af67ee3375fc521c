"""Look at lettering: titles in pairings and ratios on plain grounds.

    python -m tests.typography.specimen pairings latin     every pairing of a writing
    python -m tests.typography.specimen ratios             one pairing in every ratio
    python -m tests.typography.specimen hard               what is hardest to set

Writes .look/type-NAME.png.
"""

import sys
import time
from pathlib import Path

import numpy as np
import skia
from PIL import Image

from config.catalogues import catalogue
from pipeline.domain.arrangement import Anchor, Arrangement, margin
from pipeline.domain.fonts import FontCatalogue
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Role
from pipeline.domain.words import CoverWords, Writing
from pipeline.drawing.canvas import fill, pixels, stroke
from pipeline.drawing.page import page
from pipeline.typography.composing import compose
from pipeline.typography.library import FaceLibrary
from pipeline.typography.setting import set_block

GROUNDS = (("#f4efe4", "#1b2430"), ("#16213a", "#f6ead2"), ("#c8452f", "#fff4e0"),
           ("#23423a", "#e9d9a8"), ("#f2c230", "#1a1a1a"), ("#e9d5d8", "#5a1f3a"))  # fmt: skip
RATIOS = (0.4, 0.5, 0.625, 2 / 3, 0.707, 0.8, 1.0, 1.25, 16 / 9, 2.5)
LATIN = (
    CoverWords(title="A Crown of Ash and Ivy", author="Rowan Thackeray", series="The Thornwood Chronicles"),
    CoverWords(title="The Cartographer of Small Griefs", author="Nadia Brandt", subtitle="A Novel"),
    CoverWords(title="Graceful Systems", subtitle="Designing Distributed Software That Fails Well", author="Mei-Lin Sato"),
    CoverWords(title="Salt, Silk and Gunpowder: How the Monsoon Ports Made the Modern World", author="Prof. Henrik Aldous"),
    CoverWords(title="“Nine”", author="D. K. Harrow", subtitle="Every train has a witness."),
    CoverWords(title="Everything We Meant to Say", author="Ines Valcourt and Tobias Quill", series="Letters · No. 1"),
)  # fmt: skip
KOREAN = (
    CoverWords(title="달의 궁전을 훔친 소녀", author="한서윤 장편소설", series="달그림자 연대기 1", language="ko"),
    CoverWords(title="바다가 보이는 책방에서 보낸 겨울", subtitle="느리게 읽고, 천천히 쓰는 날들", author="이도현", language="ko"),
    CoverWords(title="우아한 시스템", subtitle="잘 무너지는 분산 소프트웨어 설계", author="김지호", language="ko"),
    CoverWords(title="침묵", author="박연", subtitle="장편소설", language="ko"),
    CoverWords(title="AI 시대의 일과 삶: 우리는 무엇으로 남는가", author="정하늘 · 오세준 옮김", language="ko"),
    CoverWords(title="할머니의 빨간 우산", author="글 윤소라, 그림 백민", series="비 오는 날 그림책", language="ko"),
)  # fmt: skip
HARD = (
    CoverWords(title="On the Curious and Entirely True Adventures of a Clockmaker’s Apprentice " * 5),
    CoverWords(title="Donaudampfschifffahrtsgesellschaftskapitän", author="H. Meyer", language="de"),
    CoverWords(title="Pseudopseudohypoparathyroidismandfloccin", subtitle="A subtitle that runs on and on to the very limit of what a subtitle may be, which is a hundred and twenty characters.",
               author="Anna Wren, Tobias Quill, Ines Valcourt, Mei-Lin Sato, D. K. Harrow, Rowan Thackeray, Nadia Brandt, Lottie Fernsby and Claire Beaumont"),
    CoverWords(title="O"),
    CoverWords(title="Ångström’s Ćwiczenia: Žluťoučký kůň & Ωμέγα — Война и мир", author="Łukasz Ševčík"),
    CoverWords(title="아주 오래된 골목길에서 우리가 나누었던 끝나지 않을 이야기들과 그 여름의 긴 그림자에 대하여 " * 3, author="김하나 · 이두리 · 박세찬 · 최네모 · 정다섯", language="ko"),
    CoverWords(title="吾輩は猫である", subtitle="夏目漱石の世界", author="夏目漱石", language="ja"),
    CoverWords(title="مدينة الملح والضوء", author="ليلى حداد", language="ar"),
    CoverWords(title="עיר של אור 1948", author="נועה לוי", language="he"),
    CoverWords(title="대한민국헌법제정과정에서논의된기본권조항의변천과그의미에관한연구서설", author="뷁홄", language="ko"),
)  # fmt: skip


def zones(aspect, align, anchor=Anchor.TOP, *, vertical=False):
    mx, my = margin(aspect)
    wide = aspect >= 1.2
    title = Box.edges(mx, my, 0.5 if wide else 1 - mx, 0.8 if wide else 0.4)
    author = Box(x=mx, y=1 - my - (0.08 if wide else 0.055), w=title.w, h=0.08 if wide else 0.055)
    return Arrangement(title=title, author=author, align=align, anchor=anchor, inks=("#000000",),
                       small_inks=("#000000",), vertical=vertical)  # fmt: skip


def draw(library, layout, ground, ink, height, *, boxes=False):
    width = round(height * layout.aspect)
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*(int(ground[i : i + 2], 16) for i in (1, 3, 5))))
    canvas.scale(width / page(layout.aspect)[0], width / page(layout.aspect)[0])
    for block in layout.blocks:
        made = set_block(library, block, layout.aspect)
        canvas.drawPath(made.path, fill(ink))
        if boxes:
            canvas.drawRect(made.ink, stroke("#ff0000", 1.5, 0.6))
    return Image.fromarray(pixels(surface))


def sheet(tiles, columns, name):
    rows = [tiles[i : i + columns] for i in range(0, len(tiles), columns)]
    width = max(sum(tile.width + 8 for tile in row) for row in rows)
    whole = Image.new("RGB", (width, sum(max(t.height for t in row) + 8 for row in rows)), "#777")
    y = 0
    for row in rows:
        x = 0
        for tile in row:
            whole.paste(tile, (x, y))
            x += tile.width + 8
        y += max(tile.height for tile in row) + 8
    Path(".look").mkdir(exist_ok=True)
    whole.save(f".look/type-{name}.png")
    print(f".look/type-{name}.png")


def main():
    library = FaceLibrary(FontCatalogue.from_tables(catalogue("fonts")))
    what, rest = sys.argv[1], sys.argv[2:]
    tiles, times = [], []
    if what == "pairings":
        writing = Writing(rest[0])
        books = LATIN if writing is Writing.LATIN else KOREAN
        shift = int(rest[1]) if len(rest) > 1 else 0
        jobs = [(p, books[(i + shift) % len(books)], 2 / 3, p.align) for i, p in
                enumerate(p for p in library.catalogue.pairings if p.writing is writing)]  # fmt: skip
    elif what == "ratios":
        names = rest or ["cartographer", "myeongjo"]
        jobs = [(library.catalogue.pairing(n), (LATIN if k == 0 else KOREAN)[i % 6], r, Align.CENTRE)
                for k, n in enumerate(names) for i, r in enumerate(RATIOS)]  # fmt: skip
    else:
        jobs = [(library.catalogue.pairing("myeongjo" if b.language == "ko" else p), b, r, Align.LEFT)
                for p, r in (("orbit", 2 / 3), ("cartographer", 0.4), ("burst", 2.5)) for b in HARD]  # fmt: skip
    for index, (pairing, book, aspect, align) in enumerate(jobs):
        began = time.perf_counter()
        vertical = what == "pairings" and "v" in rest
        layout = compose(book, zones(aspect, align, vertical=vertical), pairing, library, aspect)
        times.append(1000 * (time.perf_counter() - began))
        ground, ink = GROUNDS[index % len(GROUNDS)]
        height = 460 if aspect < 1.2 else 220
        tiles.append(draw(library, layout, ground, ink, height, boxes="boxes" in rest))
        title = layout.block(Role.TITLE)
        print(
            f"{pairing.name:12} {aspect:.2f} {times[-1]:6.0f} ms  {title.size:.3f} {title.leading:.2f} {title.lines}"
        )
    print(f"median {np.median(times):.0f} ms, slowest {max(times):.0f} ms")
    sheet(tiles, 7 if what == "pairings" else 10, "-".join([what, *rest]))


if __name__ == "__main__":
    main()
