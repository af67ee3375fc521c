"""For whom a cover can be printed in full, and how that is called within an act."""

import contextlib
import re
from collections.abc import Generator, Sequence

from bot.conversation.deeds import shortened
from bot.conversation.words import Words
from pipeline.domain.errors import PrintError
from pipeline.domain.format import Format
from pipeline.domain.printer import Paper, Printer, PrintTarget
from pipeline.domain.printing import find_target, targets
from pipeline.menu import Menu

LABEL = 40
"""Characters of a label that a phone shows whole."""
_EXPLAINED = re.compile(r" ?\([^)]*\)")


def near_targets(menu: Menu, own: Format) -> Sequence[PrintTarget]:
    """Printers' trims of nearly the proportions of `own`, those of nearly its size first."""
    near = (one for one in targets(menu.printers, menu.formats) if own.is_near(one.trim))
    return sorted(near, key=lambda one: _apart_mm(own, one.trim))


def nearest_targets(menu: Menu, own: Format) -> Sequence[PrintTarget]:
    """Of each printer the trim that is nearest to `own`; who cuts just that stands in front."""
    found: dict[str, PrintTarget] = {}
    for one in near_targets(menu, own):
        found.setdefault(one.printer.name, one)
    return list(found.values())


def _apart_mm(own: Format, trim: Format) -> float:
    return abs(own.width_mm - trim.width_mm) + abs(own.height_mm - trim.height_mm)


def reference(target: PrintTarget) -> str:
    """A target as an argument of an act: its name, or where that is Hangul, its measures."""
    trim = target.trim
    plain = trim.name.isascii() and ":" not in trim.name
    size = trim.name if plain else f"{trim.width_mm:g}x{trim.height_mm:g}mm"
    return f"{target.printer.name}-{size}"


def target_of(menu: Menu, told: str) -> PrintTarget:
    """The target that was referred to, or that somebody named.

    Raises:
        PrintError: for one that is not in the catalogue any more.
    """
    return find_target(told, menu.printers, menu.formats)


def target_label(target: PrintTarget, words: Words) -> str:
    """The printer and the size, as short as people call them."""
    label = words.say("print-target-label", printer=printer_label(target.printer, words),
                      size=_shortly(size_label(target.trim, words)))  # fmt: skip
    return shortened(label, LABEL)


def printer_label(printer: Printer, words: Words) -> str:
    """The printer, as people call it."""
    return printer.korean if words.language == "ko" else printer.english


def size_label(form: Format, words: Words) -> str:
    """The size, as people call it."""
    return form.korean if words.language == "ko" else form.english


def _shortly(size: str) -> str:
    """A size without what explains it: `6×9 in`, `Singukpan`."""
    return _EXPLAINED.sub("", size).partition(", ")[0].replace(" × ", "×").strip()


def paper_label(paper: Paper, words: Words) -> str:
    """The paper, as people call it."""
    return paper.korean if words.language == "ko" else paper.english


@contextlib.contextmanager
def as_called(target: PrintTarget, words: Words) -> Generator[None]:
    """Have what goes wrong within tell of the printer and its papers as people call them.

    Raises:
        PrintError: what is raised within, with other facts.
    """
    try:
        yield
    except PrintError as error:
        papers = target.printer.papers
        called = {one.name: paper_label(one, words) for one in papers}
        plainly = {
            "printer": printer_label(target.printer, words),
            "target": target_label(target, words),
            "papers": "; ".join(called.values()),  # their names have commas
            "paper": called.get(str(error.facts.get("paper")), error.facts.get("paper", "")),
        }
        facts = {name: plainly.get(name, value) for name, value in error.facts.items()}
        raise PrintError(error.code, **facts) from error
