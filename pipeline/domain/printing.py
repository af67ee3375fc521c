"""Finds what people name: a printer with one of its trims, a paper; and how thick a book becomes."""

import difflib
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.domain.errors import FormatError, PrintError
from pipeline.domain.format import Format, FormatKind, find_format
from pipeline.domain.printer import Book, Paper, Printer, PrintTarget

PAGE_MM = (0.02, 0.5)
"""What a page may measure: from Bible paper to card."""
SPINE_MM = (1.0, 120.0)
"""What a spine may measure where the printer tells it."""
GSM = (25.0, 400.0)
"""Grams per square metre that papers have."""

SAME_MM = 1.0
"""Trims nearer than this are one: a printer's own cut of a usual size."""

_NUMBER = r"(\d{1,4}(?:\.\d{1,6})?)"
_WEIGHT = re.compile(rf"{_NUMBER}(?:g|gsm|g/m2|그램)")
_THICK = re.compile(rf"{_NUMBER}mm")
_SPINE = re.compile(rf"(?:spine|책등|세네카)[:=]?{_NUMBER}mm")


def find_target(
    text: str, printers: Iterable[Printer], formats: Iterable[Format]
) -> PrintTarget:  # fmt: skip
    """What `text` names: `kdp-6x9`, `KDP hardcover 6 x 9`, `부크크 신국판`, `a5`.

    A size without a printer is for the first of `printers` that cuts every size.

    Raises:
        PrintError: `print-target` with the nearest names, `print-trim` with what the printer cuts, and
            without `asked` where only a printer is named.
    """
    known, sizes = tuple(printers), tuple(formats)
    asked = spelling(text)
    named = _named(asked, known)
    printer, rest = named or (next((p for p in known if not p.trims), None), asked)
    size = _size(_called(rest, printer), sizes)
    if printer is None or (named is None and size is None):
        raise PrintError("print-target", asked=_shown(text), near=_near(asked, known))
    trim = _trim(size, printer, sizes) if size else None
    if trim is None:
        asked = _shown(text) if rest else ""
        raise PrintError(
            "print-trim", printer=printer.name, asked=asked, trims=", ".join(printer.trims)
        )
    return PrintTarget(printer=printer, trim=trim)


def targets(printers: Iterable[Printer], formats: Iterable[Format]) -> list[PrintTarget]:
    """All that the catalogues name, in their order; of a printer that cuts every size, all trims."""
    sizes = tuple(formats)
    return [PrintTarget(printer=p, trim=trim) for p in printers for trim in _cut(p, sizes)]


def demand_book(target: PrintTarget, book: Book) -> Book:
    """`book` as the printer makes it: with its first paper where none is named, its pages filled up.

    A leaf has two pages, so an odd number is made even with a blank page; some need a multiple of 4.

    Raises:
        PrintError: `print-pages` and `print-paper-pages` with what the printer binds of any paper and of
            this one, `print-paper` with its papers.
    """
    printer = target.printer
    pages = math.ceil(book.pages / printer.pages_step) * printer.pages_step
    if not _within(pages, printer.pages):
        raise PrintError("print-pages", printer=printer.name, pages=book.pages,
                         fewest=printer.pages[0], most=printer.pages[1])  # fmt: skip
    if told_spine(printer, book.paper) is not None:
        return replace(book, pages=pages)
    paper = find_paper(printer, book.paper) if book.paper.strip() else _usual(printer, pages)
    if not _within(pages, paper.pages):
        fewest, most = paper.pages or printer.pages
        raise PrintError("print-paper-pages", printer=printer.name, paper=paper.name,
                         pages=book.pages, fewest=fewest, most=most)  # fmt: skip
    return replace(book, pages=pages, paper=paper.name)


def _usual(printer: Printer, pages: int) -> Paper:
    """The first paper of which `printer` binds so many pages, or its first."""
    fit = (paper for paper in printer.papers if _within(pages, paper.pages))
    return next(fit, printer.papers[0])


def _within(pages: int, limits: tuple[int, int] | None) -> bool:
    return limits is None or limits[0] <= pages <= limits[1]


def spine_mm(target: PrintTarget, book: Book) -> float:
    """How wide the spine of `book` is: its pages and what the printer adds, or what it told.

    Raises:
        PrintError: `print-paper` for a paper that the printer does not have.
    """
    printer = target.printer
    told = told_spine(printer, book.paper)
    if told is not None:
        return told
    return printer.spine.width_mm(book.pages * find_paper(printer, book.paper).page_mm)


def find_paper(printer: Printer, text: str) -> Paper:
    """The paper of `printer` that `text` names; its first for an empty text.

    Where the printer takes any paper, also one told by its weight (`90g`) or by the thickness of
    one page (`0.052mm`).

    Raises:
        PrintError: `print-paper` with the names of the printer's papers.
    """
    asked = spelling(text)
    if not asked:
        return printer.papers[0]
    for paper in printer.papers:
        if asked in {
            spelling(word) for word in (paper.name, paper.english, paper.korean, *paper.aliases)
        }:
            return paper
    told = _told_page(printer, asked)
    if told is None:
        papers = ", ".join(paper.name for paper in printer.papers)
        raise PrintError("print-paper", printer=printer.name, asked=_shown(text), papers=papers)
    return Paper(name=asked, english=asked, korean=asked, page_mm=told)


def _told_page(printer: Printer, asked: str) -> float | None:
    """The thickness of a page from a weight or a measure, where the printer takes any paper."""
    if not printer.gsm_mm:
        return None
    if (match := _WEIGHT.fullmatch(asked)) and GSM[0] <= float(match[1]) <= GSM[1]:
        return float(match[1]) * printer.gsm_mm
    if (match := _THICK.fullmatch(asked)) and PAGE_MM[0] <= float(match[1]) <= PAGE_MM[1]:
        return float(match[1])
    return None


def told_spine(printer: Printer, text: str) -> float | None:
    """The width of a spine in mm, where `text` is what such a printer told: `spine 14mm`."""
    match = _SPINE.fullmatch(spelling(text)) if printer.gsm_mm else None
    if match is None or not SPINE_MM[0] <= float(match[1]) <= SPINE_MM[1]:
        return None
    return float(match[1])


def spelling(text: str) -> str:
    """The spelling of a name that counts: no case, no spaces, hyphens and underscores."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s_‐-―-]+", "", plain)


def _shown(text: str) -> str:
    return " ".join(text.split())[:60]


def _named(asked: str, printers: Sequence[Printer]) -> tuple[Printer, str] | None:
    """The printer whose spelling `asked` begins with, the longest first, and the rest of it."""
    spellings = {spelling(word): p for p in printers for word in (p.name, *p.aliases)}
    for word in sorted(spellings, key=len, reverse=True):
        if asked.startswith(word):
            return spellings[word], asked.removeprefix(word).lstrip(":,/")
    return None


def _called(asked: str, printer: Printer | None) -> str:
    """The trim that `printer` means by a name of its own, or `asked` itself."""
    calls = {spelling(name): trim for name, trim in printer.calls} if printer else {}
    return calls.get(asked, asked)


def _trim(size: Format, printer: Printer, sizes: Sequence[Format]) -> Format | None:
    """The trim of `printer` that `size` is: A4 is cut to 8.27 x 11.69 in where inches are."""
    if not printer.trims:
        return size
    same = (
        trim for trim in _cut(printer, sizes)
        if abs(trim.width_mm - size.width_mm) <= SAME_MM >= abs(trim.height_mm - size.height_mm)
    )  # fmt: skip
    return min(same, key=lambda trim: abs(trim.width_mm - size.width_mm), default=None)


def _size(asked: str, sizes: Sequence[Format]) -> Format | None:
    """The size that `asked` names, when a book is cut to it."""
    try:
        found = find_format(asked, sizes)
    except FormatError:
        return None
    return found if found.kind is FormatKind.TRIM else None


def _cut(printer: Printer, sizes: Sequence[Format]) -> list[Format]:
    """The sizes that a printer cuts; of one that cuts any, those of the catalogue."""
    if not printer.trims:
        return [size for size in sizes if size.kind is FormatKind.TRIM]
    return [find_format(name, sizes) for name in printer.trims]


def _near(asked: str, printers: Sequence[Printer]) -> str:
    """Up to three targets that look like `asked`; Hangul is compared letter by letter."""
    names = {f"{word}-{trim}": f"{p.name}-{trim}"
             for p in printers for word in (p.name, *p.aliases) for trim in p.trims}  # fmt: skip
    names |= {word: p.name for p in printers for word in (p.name, *p.aliases)}
    apart = {unicodedata.normalize("NFD", spelling(name)): meant for name, meant in names.items()}
    close = difflib.get_close_matches(unicodedata.normalize("NFD", asked), apart, n=9, cutoff=0.5)
    return ", ".join(list(dict.fromkeys(apart[word] for word in close))[:3])
