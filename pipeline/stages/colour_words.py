"""Colours as people name them, in English and Korean."""

from collections.abc import Sequence

from pipeline.domain.errors import VersionError
from pipeline.drawing.colour import mix
from pipeline.stages.words import Word, is_form_of, words

_ENGLISH = {
    "red": "#c62f2f", "crimson": "#a3122e", "scarlet": "#d1321f", "maroon": "#6b1a24",
    "burgundy": "#6d1430", "wine red": "#6d1430", "orange": "#e07a24", "tangerine": "#ee8432",
    "amber": "#e2a02c", "coral": "#ee7763", "peach": "#f3b08c", "terracotta": "#bd5b3c",
    "rust": "#9c4523", "yellow": "#efc93a", "gold": "#c79a3b", "golden": "#c79a3b",
    "mustard": "#c9992c", "ochre": "#bb8430", "lime": "#a5c936", "green": "#3c8a4e",
    "olive": "#727536", "emerald": "#1b7f5a", "sage": "#9caf8b", "mint": "#a5dcc0",
    "forest green": "#23492f", "moss green": "#667842", "teal": "#1d6f74", "turquoise": "#34adab",
    "cyan": "#35b4cf", "aqua": "#5cc3c7", "blue": "#2c5fa5", "navy": "#182a4e",
    "indigo": "#35357c", "sky blue": "#8ec1e4", "baby blue": "#a9cfe8", "cobalt": "#1e47a0",
    "azure": "#2f80d0", "midnight blue": "#14204a", "purple": "#6d3f94", "violet": "#7547b1",
    "lavender": "#b6a4d8", "lilac": "#c1a4d4", "plum": "#6d3058", "mauve": "#a67f9c",
    "magenta": "#bd2f83", "fuchsia": "#c9308f", "pink": "#e590ac", "blush": "#ecc1bd",
    "brown": "#6d4930", "chocolate": "#4e3023", "sepia": "#775a3e", "tan": "#c5a27a",
    "beige": "#dccbac", "cream": "#f3e9d2", "ivory": "#f5f0df", "white": "#fafaf6",
    "black": "#16161a", "grey": "#85888d", "gray": "#85888d", "charcoal": "#35383d",
    "silver": "#b3b8bf", "copper": "#b06d42", "bronze": "#94703f",
    "warm white": "#f8f5ec", "salmon": "#f59a86",
}  # fmt: skip
_KOREAN = {
    "빨강": "#c62f2f", "빨간": "#c62f2f", "붉은": "#b5302c", "적색": "#c62f2f", "다홍": "#d1321f",
    "진홍": "#a3122e", "자주": "#6d1f4a", "버건디": "#6d1430", "와인색": "#6d1430",
    "주황": "#e07a24", "오렌지색": "#e07a24", "살구색": "#f3b08c", "산호색": "#ee7763",
    "노랑": "#efc93a", "노란": "#efc93a", "황색": "#efc93a", "금색": "#c79a3b",
    "황금색": "#c79a3b", "금빛": "#c79a3b", "금박": "#c79a3b", "골드": "#c79a3b", "겨자색": "#c9992c",
    "황토색": "#bb8430", "연두": "#a5c936", "초록": "#3c8a4e", "녹색": "#3c8a4e",
    "에메랄드": "#1b7f5a", "올리브색": "#727536", "민트": "#a5dcc0", "청록": "#1d6f74",
    "옥색": "#8cc5ae", "비취색": "#34a083", "하늘색": "#8ec1e4", "파랑": "#2c5fa5",
    "파란": "#2c5fa5", "푸른": "#2c5fa5", "청색": "#2c5fa5", "남색": "#22306b",
    "네이비": "#182a4e", "군청": "#223a8a", "코발트": "#1e47a0", "쪽빛": "#22407a",
    "보라": "#6d3f94", "연보라": "#c1a4d4", "라벤더": "#b6a4d8", "분홍": "#e590ac",
    "연분홍": "#f2c3cf", "핑크": "#e590ac", "자홍": "#bd2f83", "갈색": "#6d4930",
    "밤색": "#4e3023", "고동색": "#4e3023", "베이지": "#dccbac", "크림색": "#f3e9d2",
    "아이보리": "#f5f0df", "상아색": "#f5f0df", "흰": "#fafaf6", "흰색": "#fafaf6",
    "하얀": "#fafaf6", "하양": "#fafaf6", "백색": "#fafaf6", "검정": "#16161a",
    "검은": "#16161a", "까만": "#16161a", "흑색": "#16161a", "블랙": "#16161a",
    "회색": "#85888d", "잿빛": "#85888d", "은색": "#b3b8bf", "은빛": "#b3b8bf", "은박": "#b3b8bf",
    "구리색": "#b06d42", "청동색": "#94703f", "미색": "#f8f5ec", "연어색": "#f59a86", "적갈색": "#9c4523",
    "자두색": "#6d3058", "남보라": "#35357c",
}  # fmt: skip
_HEX = frozenset("0123456789abcdef")
_LIGHTER = frozenset({"light", "pale", "soft", "pastel", "연한", "옅은", "밝은", "파스텔"})
_DARKER = frozenset({"dark", "deep", "진한", "짙은", "어두운", "깊은"})


def known_colours() -> list[str]:
    """Every name that `colour_of` knows and a shell need not quote, English ones first."""
    return [name for name in (*_ENGLISH, *_KOREAN) if " " not in name]


def colour_of(text: str) -> str:
    """The colour that `text` is: `#rrggbb`, `#rgb`, or a name in English or Korean.

    Raises:
        VersionError: `colour-unknown`.
    """
    plain = text.strip()
    digits = plain.removeprefix("#").lower()
    if plain.startswith("#") and len(digits) in {3, 6} and set(digits) <= _HEX:
        return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
    named = words(plain)
    found = colour_at(named, 0) if named else None
    if found is None or found[1] != len(named):
        raise VersionError("colour-unknown", value=plain[:40])
    return found[0]


def colour_at(text: Sequence[Word], at: int) -> tuple[str, int] | None:
    """The colour named from word `at` on as `#rrggbb`, and how many words name it."""
    shade = _shade(text[at])
    start = at + 1 if shade and at + 1 < len(text) else at
    for length in (2, 1):
        colour = _named(text[start : start + length]) if start + length <= len(text) else None
        if colour:
            used = start + length - at
            return (mix(colour, shade, 0.4) if shade and start > at else colour), used
    return None


def _shade(word: Word) -> str | None:
    if word.text.lower() in _LIGHTER:
        return "#ffffff"
    return "#000000" if word.text.lower() in _DARKER else None


def _named(text: Sequence[Word]) -> str | None:
    phrase = " ".join(word.text.lower() for word in text)
    if not text[0].korean:
        return _ENGLISH.get(phrase)
    if len(text) > 1:
        return None
    for name, colour in _KOREAN.items():
        bare = name.removesuffix("색")
        if any(is_form_of(phrase, form) for form in (name, f"{bare}색", f"{name}빛")):
            return colour
    return None
