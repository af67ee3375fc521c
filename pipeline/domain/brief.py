"""What an author asks for, checked: every value here can be made into a cover."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pipeline.domain.brief_keys import BriefKey, spelled_out
from pipeline.domain.cleaning import (
    MARKS_PER_LETTER,
    clean,
    has_ink,
    names,
    shown,
    stacked_marks,
    undrawable,
    without_surrogates,
)
from pipeline.domain.errors import BriefError
from pipeline.domain.format import Format, find_format
from pipeline.domain.tongue import guess, language_tag

LIMITS: Mapping[BriefKey, int] = {
    BriefKey.TITLE: 400,
    BriefKey.SUBTITLE: 300,
    BriefKey.AUTHOR: 200,
    BriefKey.SERIES: 200,
    BriefKey.GENRE: 80,
    BriefKey.SUMMARY: 20_000,
    BriefKey.REQUIREMENTS: 2_000,
    BriefKey.LANGUAGE: 40,
    BriefKey.FORMAT: 40,
    BriefKey.STYLE: 80,
}
"""The most characters of each text, after cleaning."""
LETTERED = (BriefKey.TITLE, BriefKey.SUBTITLE, BriefKey.AUTHOR, BriefKey.SERIES)
"""The texts that are set on the cover; what no face can draw is refused in these only."""
SEEDS = (0, 2**32 - 1)
OPTIONS = (1, 8)
DEFAULT_OPTIONS = 4
DEFAULT_FORMAT = "6x9"
_LISTS = {BriefKey.AUTHOR, BriefKey.REQUIREMENTS}
_NAMED_AT_MOST = 5
_WHOLE = re.compile(r"-?\d{1,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """An order for a cover.

    An empty `summary` means that title and genre alone decide the motifs; an empty `genre` or
    `style` leaves them to be chosen; `seed` None asks for a fresh one. `language` is a BCP 47
    tag. Texts are cleaned: NFC, one line, single spaces.
    """

    title: str
    subtitle: str = ""
    author: str = ""
    series: str = ""
    genre: str = ""
    summary: str = ""
    requirements: str = ""
    language: str
    format: Format
    style: str = ""
    seed: int | None = None
    options: int = DEFAULT_OPTIONS


def read_brief(
    given: Mapping[str, object],
    formats: Iterable[Format],
    can_draw: Callable[[str], bool] | None = None,
) -> Brief:
    """The brief in `given`: options of a command, or what a TOML or JSON file says.

    Keys may be English or Korean (`brief_keys`); None counts as absent. `can_draw` says of one
    character whether some typeface has it.

    Raises:
        BriefError: for an unknown key or a value that cannot be used.
        FormatError: for a format that does not exist.
    """
    values = spelled_out(given)
    texts = {key: _text(key, values.get(key)) for key in LIMITS}
    for key in LETTERED:
        demand_drawable(key, texts[key], can_draw)
    if not has_ink(texts[BriefKey.TITLE]):
        raise BriefError("brief-missing", field=BriefKey.TITLE)
    return Brief(
        title=texts[BriefKey.TITLE],
        subtitle=texts[BriefKey.SUBTITLE],
        author=texts[BriefKey.AUTHOR],
        series=texts[BriefKey.SERIES],
        genre=texts[BriefKey.GENRE],
        summary=texts[BriefKey.SUMMARY],
        requirements=texts[BriefKey.REQUIREMENTS],
        language=_language(texts),
        format=find_format(texts[BriefKey.FORMAT] or DEFAULT_FORMAT, formats),
        style=texts[BriefKey.STYLE],
        seed=_whole(BriefKey.SEED, values.get(BriefKey.SEED), SEEDS),
        options=_whole(BriefKey.OPTIONS, values.get(BriefKey.OPTIONS), OPTIONS) or DEFAULT_OPTIONS,
    )


def _text(key: BriefKey, value: object) -> str:
    written = _written(key, value)
    text = clean(written if key in LETTERED else without_surrogates(written))
    demand_short(key, text, LIMITS[key])
    return text


def demand_short(field: str, text: str, limit: int) -> None:
    """Find out whether a clean text keeps within its limit.

    Raises:
        BriefError: `brief-too-long`.
    """
    if len(text) > limit:
        raise BriefError("brief-too-long", field=field, length=len(text), limit=limit)


def _written(key: BriefKey, value: object) -> str:
    """The words in `value`; a title may be the number 1984, and authors may be a list."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            raise BriefError("brief-not-text", field=key, kind="boolean")
        case int() | float():
            return str(value)
        case list() if key in _LISTS:
            return ", ".join(_written(key, item) for item in value)
        case list():
            raise BriefError("brief-not-text", field=key, kind="list")
        case Mapping():
            raise BriefError("brief-not-text", field=key, kind="table")
        case _:
            raise BriefError("brief-not-text", field=key, kind="date")


def demand_drawable(field: str, text: str, can_draw: Callable[[str], bool] | None) -> None:
    """Find out whether a text can be set on a cover.

    Raises:
        BriefError: `brief-stacked-marks`, `brief-undrawable`.
    """
    if stacked_marks(text):
        raise BriefError("brief-stacked-marks", field=field, limit=MARKS_PER_LETTER)
    refused = undrawable(text, can_draw)[:_NAMED_AT_MOST]
    if refused:
        raise BriefError(
            "brief-undrawable", field=field, characters=shown(refused), names=names(refused)
        )


def _language(texts: Mapping[BriefKey, str]) -> str:
    asked = texts[BriefKey.LANGUAGE]
    if not asked:
        lettering = " ".join(texts[key] for key in LETTERED if key is not BriefKey.AUTHOR)
        return guess(lettering, texts[BriefKey.SUMMARY], texts[BriefKey.AUTHOR])
    tag = language_tag(asked)
    if tag is None:
        raise BriefError("brief-language", value=asked, languages="en, ko, ja, zh")
    return tag


def _whole(key: BriefKey, value: object, allowed: tuple[int, int]) -> int | None:
    """A whole number written as one or as digits; None when absent."""
    if value is None or value == "":
        return None
    low, high = allowed
    digits = str(value).strip()
    if isinstance(value, bool) or not _WHOLE.fullmatch(digits):
        raise BriefError("brief-not-whole-number", field=key, value=clean(digits)[:40])
    number = int(digits)
    if not low <= number <= high:
        raise BriefError("brief-out-of-range", field=key, value=number, low=low, high=high)
    return number
