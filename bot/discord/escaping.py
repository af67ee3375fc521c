"""Plain text as Discord's markdown that shows exactly that: no format, mention, link or trick."""

import re

BACKSLASH = "\\"
_MARKS = re.compile(r"([\\*_~`|<\[])")
"""Formats, code, spoilers; mentions, timestamps, custom emoji (`<`); masked links (`[`)."""
_AT_LINE_START = re.compile(r"^(\s*)(#{1,3}\s|-#\s|>|[-+]\s)", re.MULTILINE)
"""Headings, small print, quotes and lists."""
_NUMBERED = re.compile(r"^(\s*\d{1,10})(\.\s)", re.MULTILINE)
_EVERYBODY = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_LINKED = re.compile(r"(?<=[a-z])(://)|(?<=discord)(?=\.(?:gg|com|new)/)|(?<=discordapp)(?=\.com/)",
                     re.IGNORECASE)  # fmt: skip
"""Addresses and invitations: unfurled, they would show somebody else's picture."""
_EMOJI = re.compile(r":(?=[\w+-]+:)")
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""What has no shape or turns the direction of others; joiners stay, scripts and emoji need them."""
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which JSON can hold and nobody can send."""


def visible(text: str) -> str:
    """`text` without characters that hide or turn what stands there."""
    return _HIDDEN.sub("", _HALVES.sub("\ufffd", text.replace("\r\n", "\n")))


def escaped(text: str) -> str:
    """`text` as markdown that is shown as `text`."""
    safe = _MARKS.sub(r"\\\1", visible(text))
    safe = _AT_LINE_START.sub(lambda found: f"{found[1]}{BACKSLASH}{found[2]}", safe)
    safe = _NUMBERED.sub(lambda found: f"{found[1]}{BACKSLASH}{found[2]}", safe)
    safe = _EVERYBODY.sub(lambda found: f"{BACKSLASH}{found[0]}", safe)
    safe = _LINKED.sub(lambda found: f"{BACKSLASH}{found[0]}", safe)
    return _EMOJI.sub(f"{BACKSLASH}:", safe)


def length(text: str) -> int:
    """Characters as Discord's own apps count them: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """Plain `text` of at most `most` characters, with an ellipsis where something is missing."""
    if length(text) <= most:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    short = units[: 2 * (most - 1)].decode("utf-16-le", errors="ignore")
    return short.rstrip() + "…"


def line_of(text: str) -> str:
    """`text` on one line, for labels."""
    return " ".join(visible(text).split())


def bold(text: str) -> str:
    """A title in bold, on one line."""
    title = escaped(line_of(text))
    return f"**{title}**" if title else ""


def content(title: str, lines: tuple[str, ...], most: int) -> str:
    """Title and lines as markdown of at most `most` characters; whole lines as far as they fit."""
    said: list[str] = [bold(cut(title, most // 8))] if title.strip() else []
    for line in lines:
        room = most - length("\n".join([*said, ""]))
        marked = escaped(line)
        if length(marked) <= room:
            said.append(marked)
            continue
        said.append(_shortened(line, room))
        break
    return "\n".join(said).strip("\n")


def _shortened(line: str, room: int) -> str:
    """As much of a plain line as fits when it is escaped."""
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if length(escaped(cut(line, middle))) <= room:
            low = middle
        else:
            high = middle - 1
    return escaped(cut(line, low)) if low > 1 else ""
