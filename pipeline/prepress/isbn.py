"""Reads the number of a book as people write it, and says what is wrong with it.

ISO 2108:2017: thirteen digits that begin with 978 or 979; ten digits are the same number of a book
from before 2007. In Korea five further digits tell the reader, the kind and the subject of the book
(부가기호, the National Library's ISBN manual); elsewhere they tell its price.
"""

import re
import unicodedata

from stdnum import ean, isbn

from pipeline.domain.errors import PrintError

_NAME = re.compile(r"^(?:e-?)?isbn(?:-?1[03])?(?=\W|\d)[:.\s]*", re.IGNORECASE)
_DASHES = re.compile(r"[\s\-\u2010-\u2015\u2212\u30fc.]+")
_BETWEEN = " /+,|("
_ADDON = re.compile(rf"(?<=[{re.escape(_BETWEEN)}])\d{{5}}\)?$")
BOOKLAND = ("978", "979")


def read_isbn(text: str) -> str:
    """The thirteen digits of the ISBN that `text` is; empty for an empty text.

    Understands `ISBN` before it, hyphens and spaces of every kind, full-width digits, and ISBN-10.

    Raises:
        PrintError: `isbn-length`, `isbn-prefix` or `isbn-check` with the digit that would be right.
    """
    digits = _digits(text)
    if not digits:
        return ""
    shown = _shown(text)
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return _from_ten(digits, shown)
    if not re.fullmatch(r"\d{13}", digits):
        raise PrintError(
            "isbn-length", asked=shown, digits=sum(c.isdigit() or c == "X" for c in digits)
        )
    if not digits.startswith(BOOKLAND):
        raise PrintError("isbn-prefix", asked=shown)
    _demand(digits[-1], ean.calc_check_digit(digits[:-1]), shown)
    return digits


def read_addon(text: str) -> str:
    """The five digits that stand beside a barcode; empty for an empty text.

    Raises:
        PrintError: `addon-digits` for anything else.
    """
    digits = _DASHES.sub("", _plain(text))
    if digits and not re.fullmatch(r"[0-9]{5}", digits):
        raise PrintError("addon-digits", asked=_shown(text))
    return digits


def read_numbers(text: str) -> tuple[str, str]:
    """The ISBN and the five digits beside it of `979-11-90090-01-8 03810`; the latter may lack.

    Raises:
        PrintError: as `read_isbn` does.
    """
    plain = _plain(text)
    found = _ADDON.search(plain)
    before = plain[: found.start()].rstrip(_BETWEEN) if found else plain
    if found is None or len(_digits(before)) not in {10, 13}:
        return read_isbn(text), ""
    return read_isbn(before), found[0].rstrip(")")


def hyphenated(number: str) -> str:
    """The ISBN `number` with its hyphens, as it stands above a barcode."""
    return isbn.format(number)


def _digits(text: str) -> str:
    return _DASHES.sub("", _NAME.sub("", _plain(text))).upper()


def _plain(text: str) -> str:
    """`text` with the digits that barcodes know: Arabic and Indian ones are digits as well."""
    composed = unicodedata.normalize("NFKC", text).strip()
    return "".join(str(unicodedata.decimal(char, char)) for char in composed)


def _from_ten(digits: str, shown: str) -> str:
    """The thirteen digits of a number with ten."""
    weighted = sum((10 - place) * int(digit) for place, digit in enumerate(digits[:9]))
    _demand(digits[9], "0123456789X"[-weighted % 11], shown)
    return isbn.to_isbn13(digits)


def _demand(digit: str, right: str, shown: str) -> None:
    if digit != right:
        raise PrintError("isbn-check", asked=shown, digit=right)


def _shown(text: str) -> str:
    return " ".join(text.split())[:60]
