"""Text from people made fit for a cover: composed, without invisible junk, on one line."""

import re
import unicodedata
from collections.abc import Callable, Iterable

MARKS_PER_LETTER = 4
"""Combining marks on one letter; Hebrew with cantillation needs four, a prank needs more."""

_KEPT_SPACES = "\u00a0\u202f"
_SPACES = re.compile(rf"[^\S{_KEPT_SPACES}]+")
# Soft hyphens, zero-width spaces, bidi embeddings and isolates (unbalanced ones turn a whole
# line), annotation marks, tags, and the selectors of text or emoji style. The joiners and the
# left-to-right and right-to-left marks stay: Persian, Hindi and Hebrew are spelt with them.
_JUNK = re.compile(
    "[\u00ad\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufe0e\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_FULL_WIDTH = {
    ordinary + 0xFEE0: ordinary for ordinary in range(0x30, 0x7B) if chr(ordinary).isalnum()
}
_WITHOUT_LETTERFORM = {"Cn", "Co", "Cs"}
_EMOJI_FROM = 0x1F000
_REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """`text` composed (NFC), without control characters, with single spaces and no line ends.

    NFC matters for Hangul: macOS hands over file names and pasted text letter by letter.
    Letters and digits of full width, which an input method for Japanese leaves behind, become
    ordinary ones, since a line breaks inside them and fits them ill; full-width punctuation is
    how Chinese and Japanese are written. Quotes, dashes and no-break spaces stay as typed.
    Cleaning twice changes nothing more.
    """
    spaced = _SPACES.sub(" ", text)
    printable = "".join(char for char in spaced if unicodedata.category(char) != "Cc")
    composed = unicodedata.normalize("NFC", _JUNK.sub("", printable)).translate(_FULL_WIDTH)
    return _SPACES.sub(" ", composed).strip()


def without_surrogates(text: str) -> str:
    """`text` without the halves of characters that undecodable bytes leave behind."""
    return "".join(char for char in text if unicodedata.category(char) != "Cs")


def has_ink(text: str) -> bool:
    """Whether anything in `text` can be seen."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def undrawable(text: str, can_draw: Callable[[str], bool] | None = None) -> tuple[str, ...]:
    """The characters of `text` that no cover face can draw, each once, in order.

    Those are emoji, private and unassigned characters, leftovers of undecodable bytes, and
    whatever `can_draw` denies. Spaces and invisible format characters are never among them.
    """
    return tuple(
        char for char in dict.fromkeys(text)
        if _has_no_letterform(char) or (can_draw and _is_visible(char) and not can_draw(char))
    )  # fmt: skip


def _has_no_letterform(char: str) -> bool:
    category = unicodedata.category(char)
    pictograph = ord(char) >= _EMOJI_FROM and category in {"So", "Sk"}
    return pictograph or category in _WITHOUT_LETTERFORM or char == _REPLACEMENT


def _is_visible(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != "Cf"


def stacked_marks(text: str) -> bool:
    """Whether a letter carries more than `MARKS_PER_LETTER` combining marks."""
    run = 0
    for char in text:
        run = run + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        if run > MARKS_PER_LETTER:
            return True
    return False


def shown(chars: Iterable[str]) -> str:
    """Characters for a sentence; what a terminal cannot show is written as U+XXXX."""
    return " ".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in chars)


def names(chars: Iterable[str]) -> str:
    """Unicode names in lower case; of what has none, its kind."""
    return ", ".join(unicodedata.name(char, _kind(char)).lower() for char in chars)


def _kind(char: str) -> str:
    match unicodedata.category(char):
        case "Cs":
            return "half a character"
        case "Co":
            return "a private character"
        case _:
            return "an unknown character"
