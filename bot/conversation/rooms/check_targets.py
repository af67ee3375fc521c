"""For whom a file of somebody's own is checked, and how people tell that in one line."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from bot.conversation.means import Means
from bot.conversation.message import Choice
from bot.conversation.rooms.print_targets import (
    printer_label,
    reference,
    size_label,
    target_label,
    target_of,
)
from bot.conversation.rooms.suggesting import MOST, best, format_rank
from bot.conversation.words import Words
from pipeline.domain.errors import PrintError
from pipeline.domain.printer import PrintTarget
from pipeline.domain.printing import targets
from pipeline.domain.shop import Shop, find_shop

TARGET = "target"
_COMMA = re.compile(r",(?!\d)|(?<!\d),")
_ISBN = re.compile(r"97[89][\d-]{10,14}")
_PAGES = re.compile(r"(\d{1,5})(?:p|pp|pages?|쪽|페이지|면)?\.?", re.IGNORECASE)
_UNITS = frozenset({"p", "p.", "pp", "page", "pages", "쪽", "페이지", "paper", "용지", "·"})
"""Words between the numbers that say nothing more."""


def aim_of(means: Means, told: str) -> PrintTarget | Shop:
    """The printer with a size, or the shop of eBooks, that somebody named.

    Raises:
        PrintError: for what is none of these; the sentence has the nearest names.
    """
    return find_shop(told, means.shops) or target_of(means.menu, told)


def aim_label(aim: PrintTarget | Shop, words: Words) -> str:
    """What people call it."""
    if isinstance(aim, Shop):
        return aim.korean if words.language == "ko" else aim.english
    return target_label(aim, words)


def aim_reference(aim: PrintTarget | Shop) -> str:
    """It as an argument of an act."""
    return aim.name if isinstance(aim, Shop) else reference(aim)


def suggested(means: Means, words: Words, text: str) -> tuple[Choice, ...]:
    """What goes with what was typed; at first the sizes that are asked for most, and the shops."""
    known = targets(means.menu.printers, means.menu.formats)
    ranked = sorted(known, key=lambda one: format_rank(one.trim, words))
    first = ranked if text.strip() else ranked[: MOST - len(means.shops)]
    return best((*first, *means.shops), _names, text, lambda one: _choice(one, words))


def _choice(aim: PrintTarget | Shop, words: Words) -> Choice:
    return Choice(label=aim_label(aim, words), value=aim_reference(aim))


def _names(aim: PrintTarget | Shop) -> Sequence[str]:
    if isinstance(aim, Shop):
        return (aim.name, aim.english, aim.korean, *aim.aliases)
    called = [f"{printer_label(aim.printer, one)} {size_label(aim.trim, one)}" for one in _BOTH]
    return (aim.name, *called, *(f"{alias} {aim.trim.name}" for alias in aim.printer.aliases))


_BOTH = (Words("en"), Words("ko"))


def told_in(means: Means, options: Mapping[str, str]) -> Mapping[str, str]:
    """What a command's options tell, or its one line: `kdp-6x9 312 cream`, `부크크 신국판 256쪽`."""
    if "text" not in options:
        return options
    said = _COMMA.sub(" ", unicodedata.normalize("NFKC", options["text"])).split()
    for count in range(len(said), 0, -1):
        if _is_aim(means, target := " ".join(said[:count])):
            return {TARGET: target, **_book_in(said[count:])}
    return {TARGET: " ".join(said)}


def _is_aim(means: Means, told: str) -> bool:
    try:
        aim_of(means, told)
    except PrintError:
        return False
    return True


def _book_in(said: Sequence[str]) -> Mapping[str, str]:
    """The first number is that of the pages; what is neither that nor an ISBN is the paper."""
    book: dict[str, str] = {}
    paper: list[str] = []
    for word in said:
        if _ISBN.fullmatch(word):
            book["isbn"] = word
        elif "pages" not in book and (found := _PAGES.fullmatch(word)):
            book["pages"] = found[1]
        elif word.casefold() not in _UNITS:
            paper.append(word)
    return {**book, "paper": " ".join(paper)}
