"""The keys of a brief, in English and Korean."""

import difflib
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from pipeline.domain.errors import BriefError


class BriefKey(StrEnum):
    """What a brief can say; the value is the key in a file and the option of the command."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    AUTHOR = "author"
    SERIES = "series"
    GENRE = "genre"
    SUMMARY = "summary"
    REQUIREMENTS = "requirements"
    LANGUAGE = "language"
    FORMAT = "format"
    STYLE = "style"
    SEED = "seed"
    OPTIONS = "options"


ALSO: Mapping[BriefKey, tuple[str, ...]] = {
    BriefKey.TITLE: ("제목",),
    BriefKey.SUBTITLE: ("부제", "부제목"),
    BriefKey.AUTHOR: ("authors", "저자", "지은이", "작가"),
    BriefKey.SERIES: ("시리즈", "총서"),
    BriefKey.GENRE: ("장르", "분야"),
    BriefKey.SUMMARY: ("synopsis", "줄거리", "요약", "소개"),
    BriefKey.REQUIREMENTS: ("wishes", "요구사항", "요청사항", "요청"),
    BriefKey.LANGUAGE: ("언어",),
    BriefKey.FORMAT: ("size", "ratio", "판형", "크기", "비율"),
    BriefKey.STYLE: ("스타일", "화풍"),
    BriefKey.SEED: ("시드",),
    BriefKey.OPTIONS: ("시안", "시안수"),
}
"""Further spellings of each key."""


def spelled_out(given: Mapping[str, object]) -> dict[BriefKey, object]:
    """`given` by `BriefKey`, without what is None.

    Raises:
        BriefError: `brief-unknown-key` with the nearest key, or `brief-given-twice` when two
            spellings of one key are there.
    """
    spellings = {word: key for key in BriefKey for word in (key.value, *ALSO[key])}
    values: dict[BriefKey, object] = {}
    for word, value in given.items():
        if value is None:
            continue
        key = spellings.get(_plain(word))
        if key is None:
            raise _unknown(word, spellings)
        if key in values:
            raise BriefError("brief-given-twice", field=key, key=word)
        values[key] = value
    return values


def _plain(word: str) -> str:
    return "".join(unicodedata.normalize("NFKC", word).casefold().split())


def _unknown(word: str, spellings: Mapping[str, BriefKey]) -> BriefError:
    close = difflib.get_close_matches(_plain(word), spellings, n=1)
    return BriefError(
        "brief-unknown-key", key=" ".join(word.split())[:40], near="".join(close),
        keys=", ".join(BriefKey),
    )  # fmt: skip
