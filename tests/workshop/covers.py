"""Real covers as versions, and a bench that works in this process: what these tests share."""

import functools
import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import numpy as np
from PIL import Image

from config.concepts import load_concepts
from config.formats import load_formats
from config.genres import load_genres
from config.styles import load_styles
from pipeline.domain.art import Drawn
from pipeline.domain.blocks import find
from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.errors import ArtiCoverError
from pipeline.domain.format import find_format
from pipeline.domain.geometry import Box
from pipeline.domain.operation import Illustrate
from pipeline.domain.report import Report
from pipeline.domain.version import Document, Maker, Version
from pipeline.domain.words import CoverWords, Writing
from pipeline.drawing.page import page
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import paint
from pipeline.stages.plan import plan
from pipeline.typography.repair import repair
from pipeline.typography.setting import set_block
from pipeline.workshop.catalogues import Catalogues
from pipeline.workshop.relettering import lettered_anew
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop
from tests.real import Bench, brief, library
from tests.samples import concept

ENGLISH = CoverWords(title="The Salt Cartographer", subtitle="A Novel", author="Iris Vandermeer")
KOREAN = CoverWords(title="달의 궁전을 훔친 소녀", subtitle="느리게 읽고 천천히 쓰는 날들",
                    author="한서윤", language="ko")  # fmt: skip
BLOBS: dict[str, bytes] = {}
"""Every raster that these tests have made, by its SHA-256."""


def stored(pixels):
    """The SHA-256 under which pixels, (height, width, 3) RGB, can be read as a PNG file."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=1)
    sha = hashlib.sha256(file.getvalue()).hexdigest()
    BLOBS[sha] = file.getvalue()
    return sha


@functools.cache
def version(
    recipe="papercut", words=ENGLISH, form="2:3", short_px=None, palette=0, composition=None
):  # fmt: skip
    """A cover of one recipe, drawn and lettered as the illustrator does it."""
    shape = find_format(form, load_formats())
    writing = Writing.KOREAN if words.language == "ko" else Writing.LATIN
    pairing = library().catalogue.suiting("fantasy", writing)[0].name
    made_by = recipes()[recipe]
    choice = Choice(
        recipe=recipe,
        compositions=(composition,) if composition else tuple(c.name for c in made_by.compositions),
        palette=made_by.palettes[palette % len(made_by.palettes)], pairing=pairing,
        concepts=(concept("castle"), concept("lighthouse")), seed=7,
    )  # fmt: skip
    made = plan(choice, words, shape.aspect, wishes=Wishes(), recipes=recipes(), library=library())
    size = shape.preview_px
    if short_px:
        size = tuple(round(side * short_px / min(size)) for side in size)
    art = paint(made.recipe, made.scene, *size)
    zones = made.arrangement
    layout = repair(made.layout, art, library(), zones.inks, zones.small_inks)
    drawn = Drawn(choice=choice, composition=made.composition.name, wishes=Wishes(),
                  text=tuple(map(_box, made.scene.text)), focus=_box(made.scene.focus))  # fmt: skip
    document = Document(art=drawn, layout=layout, pairing=pairing, zones=zones,
                        maker=Maker(engine="illustrator", release="0"))  # fmt: skip
    return version_of(document, art)


def version_of(document, art):
    return Version(
        id="v1", cover="c1", number=1, parent=None, operation=Illustrate(seed=7),
        document=document, report=Report(checks=()), raster=stored(art), preview="",
        job="j1", made_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def on(colour, base=None, short_px=200):
    """A cover's lettering over art of one colour, small: for what is about places alone."""
    base = base or version()
    aspect = base.document.layout.aspect
    width, height = round(short_px * max(1, aspect)), round(short_px / min(1, aspect))
    art = np.empty((height, width, 3), np.uint8)
    art[:] = tuple(bytes.fromhex(colour.removeprefix("#")))
    return version_of(base.document, art)


def _box(rect):
    return Box.edges(rect.left(), rect.top(), rect.right(), rect.bottom())


class _Unread:
    """Engines that no change of lettering asks."""


@functools.cache
def shop():
    """A workshop with the real catalogues and faces, reading art from `BLOBS`."""
    catalogues = Catalogues(
        concepts=load_concepts(), genres=load_genres(), styles=load_styles(), recipes=recipes(),
        formats=load_formats(), background=(),
    )  # fmt: skip
    return Workshop(catalogues=catalogues, library=library(), encoder=_Unread(), finder=_Unread(),
                    release="0", read=BLOBS.__getitem__)  # fmt: skip


def bench():
    """A bench that works at once in this process."""
    return Bench(shop=shop(), blobs=BLOBS)


def task(operation, base, form="2:3"):
    words = {block.role: block.words for block in base.document.layout.blocks}
    about = brief(title=words.get("title", "A"), format=form, language=base.document.layout.language,
                  genre="fantasy")  # fmt: skip
    return Task(operation=operation, brief=about, base=base)


def after(change, operation, base):
    """The version that an operation makes, made legible; nothing is encoded or checked."""
    art = shop().arts.pixels(base.raster)
    document, _ = lettered_anew(shop(), change(operation, shop(), base, art), base, art)
    return replace(base, document=document)


def tried(change, operation, base):
    """The version that an operation makes, or the error that it ends with."""
    try:
        return after(change, operation, base)
    except ArtiCoverError as error:
        return error


def block(version, name):
    return find(version.document.layout, name)


def inside(version, slack=1e-6):
    """Whether the ink of every block, set anew from its data, lies on the page."""
    layout = version.document.layout
    width, height = page(layout.aspect)
    return all(
        ink.left() >= -slack * width and ink.right() <= (1 + slack) * width
        and ink.top() >= -slack * height and ink.bottom() <= (1 + slack) * height
        for ink in (set_block(library(), one, layout.aspect).ink for one in layout.blocks)
    )  # fmt: skip


def boxes_are_ink(version):
    """Whether every block's box is the bounds of its ink, to a thousandth of the page."""
    layout = version.document.layout
    width, height = page(layout.aspect)
    for one in layout.blocks:
        ink = set_block(library(), one, layout.aspect).ink
        found = (ink.left() / width, ink.top() / height, ink.width() / width, ink.height() / height)
        box = (one.box.x, one.box.y, one.box.w, one.box.h)
        if max(abs(a - b) for a, b in zip(found, box, strict=True)) > 1e-3:
            return False
    return True


def apart(version):
    """Whether no two blocks touch."""
    boxes = [one.box for one in version.document.layout.blocks]
    return all(a.overlap(b) < 1e-9 for a, b in combinations(boxes, 2))
