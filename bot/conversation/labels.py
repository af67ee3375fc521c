"""What people write before the parts of a brief: `Title:`, `제목：`, `- **Genre** =`, `[줄거리]`.

A label stands at the beginning of a line, or within one before a colon. Within a sentence it is no
label: behind "the" or 의, in quotation marks, or when the brief has that part already.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.domain.brief_keys import ALSO, BriefKey

ENGINE = "engine"
"""The one thing besides a brief's keys that an order can say."""
_FURTHER: Mapping[str, tuple[str, ...]] = {
    BriefKey.TITLE: ("book title", "working title", "name of the book", "책 제목", "도서명",
                     "작품명", "작품 제목", "가제"),
    BriefKey.SUBTITLE: ("sub-title", "sub title", "tagline"),
    BriefKey.AUTHOR: ("author name", "author's name", "written by", "by", "pen name", "글쓴이",
                      "필명", "저자명", "작가명", "글"),
    BriefKey.SERIES: ("series name", "시리즈명"),
    BriefKey.GENRE: ("category", "genres", "카테고리", "분류"),
    BriefKey.SUMMARY: ("plot", "description", "blurb", "about", "story", "premise", "내용",
                       "책 소개", "작품 소개", "스토리", "시놉시스", "설명", "줄거리 요약"),
    BriefKey.REQUIREMENTS: ("wish", "requirement", "requests", "request", "notes", "바라는 점",
                            "희망 사항", "추가 요청", "요청 사항", "요구 사항"),
    BriefKey.FORMAT: ("trim", "trim size", "aspect ratio", "book size", "사이즈", "규격"),
    BriefKey.STYLE: ("art style", "그림체"),
    BriefKey.OPTIONS: ("number of options", "how many", "시안 수", "시안 개수"),
    ENGINE: ("엔진",),
}  # fmt: skip
"""Spellings of one word count at the beginning of a line only: within one they are usual words."""
_OPEN, _SHUT = r"*_~`\"'“‘「『\[(【〈《<", r"*_~`\"'”’」』\])】〉》>"
_BULLETS = r"\-+•·▪‣◦●○■□▶▷◆◇★☆✔✅#>|"
_COLON = r"[:：=＝∶﹕]|[-=]>|→"
_DASH = r"[-–—−―|](?=\s)"
_BEFORE_A_NOUN = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "no",
        "any",
        "some",
        "each",
        "every",
        "which",
        "what",
        "whose",
        "of",
        "with",
        "in",
        "on",
        "for",
        "new",
        "old",
        "same",
        "own",
        "first",
        "last",
        "real",
        "working",
        "and",
        "or",
        "under",
        "그",
        "이",
        "저",
        "내",
        "네",
        "제",
        "그녀의",
        "우리",
        "첫",
        "새",
        "원래",
        "진짜",
        "어떤",
        "무슨",
        "같은",
        "다른",
        "한",
        "및",
        "또는",
    ]
)
_QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"), ('"', '"'))


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label in a text: which part it names, and where it and what belongs to it begin."""

    key: str
    start: int
    end: int
    leads_line: bool


def labels_in(text: str) -> list[Label]:
    """The labels of a text in their order, without those within sentences."""
    found: list[Label] = []
    for match in _pattern().finditer(text):
        label = _label(match)
        since = found[-1].end if found else 0
        if label.leads_line or not _in_a_sentence(text, label, since, found):
            found.append(label)
    return found


def _label(match: re.Match[str]) -> Label:
    written = match["bracketed"] or match["leading"] or match["inside"]
    return Label(key=_spellings()[_plain(written)], start=match.start(), end=match.end(),
                 leads_line=match["inside"] is None)  # fmt: skip


def _in_a_sentence(text: str, label: Label, since: int, earlier: Iterable[Label]) -> bool:
    before = text[since : label.start]
    words = before.split()
    last = words[-1].casefold() if words else ""
    said = [one.key for one in earlier]
    governed = last in _BEFORE_A_NOUN or (len(last) > 1 and last.endswith("의"))
    if said[-1:] == [BriefKey.TITLE] and len(words) == 1:
        governed = False  # a book called "The", before the next label
    return label.key in said or governed or _quoted(before, text[label.end :])


def _quoted(before: str, behind: str) -> bool:
    """Whether a quotation is open there, and is closed again."""
    for left, right in _QUOTES:
        if left == right:
            is_open = before.count(left) % 2 == 1
        else:
            is_open = before.rfind(left) > before.rfind(right)
        if is_open and right in behind:
            return True
    return False


def _plain(word: str) -> str:
    return "".join(char for char in word.casefold() if char.isalnum())


@functools.cache
def _spellings() -> Mapping[str, str]:
    known = {_plain(word): key for key, words in _FURTHER.items() for word in words}
    return known | {_plain(word): key for key, words in _usual().items() for word in words}


def _usual() -> Mapping[str, tuple[str, ...]]:
    return {**{key: (key.value, *ALSO[key]) for key in BriefKey}, ENGINE: (ENGINE,)}


@functools.cache
def _pattern() -> re.Pattern[str]:
    usual = [word for words in _usual().values() for word in words]
    further = [word for words in _FURTHER.values() for word in words]
    every, distinct = [*usual, *further], [*usual, *(word for word in further if " " in word)]
    # Possessive throughout: nothing is tried twice, whatever row of signs somebody sends.
    head = rf"^[ \t{_BULLETS}{_OPEN}]*+(?:\d{{1,2}}+[.)][ \t]++[{_OPEN}]*+)?"
    leading = rf"{head}(?P<leading>{_any(every)})[ \t]*+[{_SHUT}]*+"
    bracketed = rf"(?:^|(?<=\s))[*_]*+[\[【〈《<](?P<bracketed>{_any(every)})[\]】〉》>][*_]*+"
    inside = rf"(?<=[\s,;/|、,。.!?)」』”\"])[{_BULLETS}{_OPEN}]*+(?P<inside>{_any(distinct)})[{_SHUT}]*+"
    colon = rf"[ \t]*+(?:{_COLON})[*_]*+"
    return re.compile(
        rf"{bracketed}(?:{colon})?|{leading}(?:{colon}|[ \t]*+{_DASH})|{inside}{colon}",
        re.IGNORECASE | re.MULTILINE,
    )


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest first, with spaces between their parts as one likes."""
    longest = sorted(set(words), key=len, reverse=True)
    return "|".join(r"[ \t]*".join(map(re.escape, word.split())) for word in longest)
