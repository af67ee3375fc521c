"""Text in terminal columns: a Hangul syllable takes two of them."""

import unicodedata

_NOT_AT_LINE_START = frozenset(".,;:!?)]}」』”’…")


def width(text: str) -> int:
    """How many columns `text` takes."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """`text` with blanks behind it up to `columns`."""
    return text + " " * max(0, columns - width(text))


def cut(text: str, columns: int) -> str:
    """`text` in at most `columns` (1 or more); an ellipsis stands for what was cut off."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for character in text:
        used += _columns(character)
        if used > columns:
            break
        kept += character
    return kept + "…"


def wrapped(text: str, columns: int) -> list[str]:
    """`text` as lines of at most `columns`, broken at blanks; Korean is also broken at blanks.

    A word that is wider than a line is broken where the line ends.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, columns):
            joined = f"{line} {piece}" if line else piece
            if width(joined) <= columns:
                line = joined
            else:
                lines.append(line)
                line = piece
    return [*lines, line] if line else lines


def _pieces(word: str, columns: int) -> list[str]:
    if width(word) <= columns:
        return [word]
    pieces = [""]
    for character in word:
        full = width(pieces[-1]) + _columns(character) > columns
        if full and character not in _NOT_AT_LINE_START:
            pieces.append("")
        pieces[-1] += character
    return pieces


def paragraphs(text: str, columns: int) -> list[str]:
    """Paragraphs (separated by empty lines) wrapped; a paragraph of indented lines is kept."""
    lines: list[str] = []
    for paragraph in text.strip("\n").split("\n\n"):
        rows = paragraph.splitlines()
        if lines:
            lines.append("")
        if all(row.startswith("  ") for row in rows):
            lines.extend(rows)
        else:
            lines.extend(wrapped(paragraph, columns))
    return lines
