"""Sheets for tests: one drawn cover, one photograph, and what they are made with."""

import functools
from dataclasses import replace

import numpy as np

from config.formats import load_formats
from config.printers import load_printers
from pipeline.domain.art import Brought
from pipeline.domain.geometry import Box
from pipeline.domain.picture import Origin
from pipeline.domain.printer import Book
from pipeline.domain.printing import find_target
from pipeline.domain.words import CoverWords, Writing
from pipeline.domain.wrapping import wrap_of
from pipeline.illustrator.catalogue import recipes
from pipeline.prepress.back_words import BackWords
from pipeline.prepress.compose import Means, composed
from pipeline.prepress.cover_look import look_of
from pipeline.stages.imprint import Imprint
from pipeline.stages.produce import produce
from tests.real import library, orders

DPI = 50
ENGLISH = BackWords(
    blurb="Every harbour keeps one lamp for those who are late.\n\n"
    "When Ines inherits her grandmother’s chart room, she finds eleven maps of a coast that does not "
    "exist, and a twelfth that someone has been correcting by hand for sixty years.\n\n"
    "“A novel of fog and ink, as exact as a compass.” — The Harbour Review",
    about="Iris Vandermeer grew up on a lightship and has written six novels.",
)
KOREAN = BackWords(
    blurb="막차가 떠난 자리에도 누군가는 불을 켜 둔다.\n\n섬으로 돌아온 해녀의 딸은 어머니가 남긴 물옷 속에서 "
    "한 장의 지도를 발견한다. 바다 밑의 길을 그린 지도에는 사라진 사람들의 이름이 적혀 있었다.",
    about="오지안은 제주에서 태어나 물때를 보며 자랐다.",
)


def wrap(target="kdp-6x9", pages=300):
    """The wrap of a book on a printer's first paper."""
    found = find_target(target, load_printers(), load_formats())
    return wrap_of(found, Book(pages=pages, paper=found.printer.papers[0].name))


@functools.cache
def drawn(recipe="foil"):
    """A cover in one style, as a document."""
    order = next(one for one in orders("6x9") if one.choice.recipe == recipe)
    return produce(order, recipes(), library()).document


@functools.cache
def korean():
    """A cover with Korean words."""
    order = next(one for one in orders("6x9") if one.choice.recipe == "symbol")
    pairing = library().catalogue.suiting("poetry", Writing.KOREAN)[0].name
    words = CoverWords(title="빈 의자에 대하여", author="남도윤", language="ko")
    order = replace(order, words=words, choice=replace(order.choice, pairing=pairing))
    return produce(order, recipes(), library()).document


def brought(picture, crop):
    """A drawing's lettering over a picture."""
    height, width = picture.shape[:2]
    origin = Origin(sha256="0" * 64, kind="PNG", width_px=width, height_px=height, crop=crop)
    return replace(drawn(), art=Brought(origin=origin))


def gradient(width=600, height=600):
    """A picture of which every column is told by its red and every row by its green."""
    x, y = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    return np.dstack([x, y, np.full_like(x, 90)]).astype(np.uint8)


def sheet(document, where=None, words=None, **options):
    """The composed sheet of a document at a resolution for tests."""
    imprint = Imprint(title="The Salt Cartographer", author="Iris Vandermeer")
    means = Means(recipes=recipes(), library=library())
    return composed(document, where or wrap(), means, imprint, words=words, dpi=DPI, **options)


def look(document):
    """How a document's cover speaks."""
    return look_of(document, document.layout, Imprint(title=""), library().catalogue)


MIDDLE = Box(x=0.4, y=0.0, w=0.4, h=1.0)
"""A crop with something of the picture left of it."""
