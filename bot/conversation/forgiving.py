"""Reading a brief out of whatever people write: labels in any order, or none at all."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.conversation.labels import ENGINE, Label, labels_in
from pipeline.domain.brief_keys import BriefKey

LONG = {False: 80, True: 40}
"""Characters from which a text may describe a book; with Hangul half as many say as much."""
WORDS = 8
"""Words from which it may: a long address or a row of dots is none."""
_TITLE_AT_MOST = 100
_ALONE_AT_MOST = 60
"""Characters of a first line that can be a title: before more text, and with nothing behind it."""
_GUESSED_WORDS = 6
_PROSE = frozenset({BriefKey.SUMMARY, BriefKey.REQUIREMENTS})
_NUMBERS = frozenset({BriefKey.SEED, BriefKey.OPTIONS})
_WRAPPED = ('""', "''", "“”", "‘’", "「」", "『』", "《》", "〈〉", "«»", "**", "__", "``")
_LINK = re.compile(r"\b[a-z][a-z0-9+.-]{1,15}://\S+", re.IGNORECASE)
_QUOTED = re.compile(r"[“「『《\"]([^”」』》\"\n]{2,60})[”」』》\"]")
_WHOLE = re.compile(r"\D{0,8}(\d{1,20})")
_ENDS = " \t\n,;|/·、"
_BULLET = re.compile(r"\s+[-–—*+•·▪‣●○|/>#]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says: parts of a brief by key, what stands before the first label, and the rest.

    The rest are lines behind a part that has one line only, such as an author's name.
    """

    given: Mapping[str, str]
    before: str
    rest: str


def read_labels(text: str) -> Reading:
    """The labelled parts of a text; of two that begin a line, the later one corrects the first."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    labels = labels_in(plain)
    given, rest = dict[str, str](), list[str]()
    for label, content in _contents(plain, labels):
        value, more = _value(label.key, content)
        rest.append(more)
        if value:
            given[label.key] = value
    before = plain[: labels[0].start] if labels else plain
    return Reading(given=given, before=before.strip(), rest=_joined(rest))


def understood(text: str) -> dict[str, str]:
    """The brief that a text is, as far as it goes: values by the keys of a brief, and `engine`.

    Without a label for it, a short first line is the title, and what has no label the summary.
    """
    reading = read_labels(text)
    given = dict(reading.given)
    others = reading.before if _is_long(reading.before) else ""
    if BriefKey.TITLE not in given:
        title, others = _first_line(reading)
        given |= {BriefKey.TITLE.value: title} if title else {}
    prose = _joined((others, reading.rest))
    if prose and BriefKey.SUMMARY not in given:
        given[BriefKey.SUMMARY.value] = prose
    return given


def looks_like_brief(text: str) -> bool:
    """Whether somebody who says this may want a cover of it."""
    if text.lstrip().startswith("/"):
        return False
    reading = read_labels(text)
    under_a_line = bool(reading.given and reading.before) and "\n" in text.strip()
    if under_a_line or len(reading.given) > 1 or BriefKey.TITLE in reading.given:
        return True
    return _is_long(text) and not text.rstrip().endswith(("?", "？"))


def _is_long(text: str) -> bool:
    prose = _LINK.sub("", text)
    korean = sum("가" <= char <= "힣" for char in prose) * 3 > len(prose)
    return len(prose.strip()) >= LONG[korean] and len(prose.split()) >= WORDS


def guessed_title(text: str) -> str:
    """What may be the title of a book that somebody else's text is about: to be corrected."""
    found = understood(text)
    prose = _LINK.sub("", text)
    one_line = "\n" not in text.strip() and BriefKey.TITLE not in read_labels(text).given
    if one_line and (quoted := _QUOTED.search(prose)):
        return quoted[1].strip()
    clause = re.split(r"[.,;:!?…。\n]", prose.strip(), maxsplit=1)[0]
    guess = " ".join(clause.split()[:_GUESSED_WORDS])[:_ALONE_AT_MOST].strip()
    return found.get(BriefKey.TITLE, guess)


def _contents(text: str, labels: list[Label]) -> Iterable[tuple[Label, str]]:
    ends = [*(label.start for label in labels), len(text)]
    for label, end in zip(labels, ends[1:], strict=False):
        yield label, _BULLET.sub("", text[label.end : end].rstrip())


def _value(key: str, content: str) -> tuple[str, str]:
    """What is meant, and lines that belong to nothing."""
    if key in _PROSE:
        return _unwrapped(content.strip(_ENDS)), ""
    first, _, more = content.strip(_ENDS).partition("\n")
    value = _unwrapped(first.strip(_ENDS))
    if key in _NUMBERS and (whole := _WHOLE.match(value)):
        value = whole[1]
    elif key in {BriefKey.GENRE, BriefKey.FORMAT, BriefKey.STYLE, BriefKey.LANGUAGE, ENGINE}:
        value = value.rstrip(" .。")
    return value, more.strip()


def _first_line(reading: Reading) -> tuple[str, str]:
    """A line that can be the title, and all else that stands before the first label."""
    first, _, more = reading.before.partition("\n")
    line = _unwrapped(first.strip(_ENDS).lstrip("#> ").strip())
    alone = not (more.strip() or reading.given)
    if len(line) > (_ALONE_AT_MOST if alone else _TITLE_AT_MOST):
        return "", reading.before
    return line, more.strip()


def _unwrapped(text: str) -> str:
    """`text` without quotation marks or signs for bold around all of it."""
    for left, right in _WRAPPED:
        mark = text[:2] if left == right == text[1:2] and left in "*_" else left
        inner = text.removeprefix(mark).removesuffix(right * len(mark))
        wrapped = text.startswith(mark) and text.endswith(right * len(mark))
        if wrapped and inner.strip() and not {left, right} & set(inner):
            return inner.strip()
    return text


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
