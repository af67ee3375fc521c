"""What a colour is called, in English and Korean, in words that `colour_words` understands."""

import functools
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.drawing.colour import mix, to_oklab

_NAMES = (
    ("red", "빨강", "#c62f2f"), ("crimson", "진홍", "#a3122e"), ("scarlet", "다홍", "#d1321f"),
    ("burgundy", "버건디", "#6d1430"), ("orange", "주황", "#e07a24"), ("coral", "산호색", "#ee7763"),
    ("peach", "살구색", "#f3b08c"), ("yellow", "노랑", "#efc93a"), ("gold", "금색", "#c79a3b"),
    ("ochre", "황토색", "#bb8430"), ("lime", "연두", "#a5c936"), ("green", "초록", "#3c8a4e"),
    ("olive", "올리브색", "#727536"), ("emerald", "에메랄드", "#1b7f5a"), ("mint", "민트", "#a5dcc0"),
    ("teal", "청록", "#1d6f74"), ("sky blue", "하늘색", "#8ec1e4"), ("blue", "파랑", "#2c5fa5"),
    ("navy", "네이비", "#182a4e"), ("cobalt", "코발트", "#1e47a0"), ("purple", "보라", "#6d3f94"),
    ("lavender", "라벤더", "#b6a4d8"), ("lilac", "연보라", "#c1a4d4"), ("magenta", "자홍", "#bd2f83"),
    ("pink", "분홍", "#e590ac"), ("brown", "갈색", "#6d4930"), ("chocolate", "고동색", "#4e3023"),
    ("beige", "베이지", "#dccbac"), ("cream", "크림색", "#f3e9d2"), ("ivory", "아이보리", "#f5f0df"),
    ("white", "흰색", "#fafaf6"), ("black", "검정", "#16161a"), ("grey", "회색", "#85888d"),
    ("warm white", "미색", "#f8f5ec"), ("salmon", "연어색", "#f59a86"), ("rust", "적갈색", "#9c4523"),
    ("plum", "자두색", "#6d3058"), ("indigo", "남보라", "#35357c"),
    ("forest green", "짙은 초록", "#23492f"), ("midnight blue", "짙은 남색", "#14204a"),
    ("silver", "은색", "#b3b8bf"), ("copper", "구리색", "#b06d42"), ("bronze", "청동색", "#94703f"),
)  # fmt: skip
_SHADED = frozenset({"red", "orange", "yellow", "green", "olive", "teal", "blue", "purple", "pink",
                     "brown", "grey", "beige", "gold", "mint"})  # fmt: skip
"""What people also call light or dark."""
_SHADES = (("light {}", "연한 {}", "#ffffff"), ("dark {}", "어두운 {}", "#000000"))
_SHADE = 0.4
"""How far a light or a dark colour is from its plain one, as in `colour_words`."""


def colour_named(colour: str, language: str) -> str:
    """The nearest name of `colour` (`#rrggbb`), in Korean for `ko`, else in English."""
    wanted = to_oklab(colour)
    return min(
        _known(language.partition("-")[0] == "ko"), key=lambda known: _far(known[1], wanted)
    )[0]


def colours_named(colours: Sequence[str], language: str) -> tuple[str, ...]:
    """The names of several colours; those that share one get their `#rrggbb` in brackets."""
    names = [colour_named(colour, language) for colour in colours]
    often = Counter(names)
    return tuple(name if often[name] == 1 else f"{name} ({colour})"
                 for name, colour in zip(names, colours, strict=True))  # fmt: skip


@functools.cache
def _known(korean: bool) -> tuple[tuple[str, tuple[float, float, float]], ...]:
    return tuple((names[korean], to_oklab(colour)) for names, colour in _all())


def _all() -> Iterator[tuple[tuple[str, str], str]]:
    """Plain colours first: of two as near, the simpler name is meant."""
    for english, korean, colour in _NAMES:
        yield (english, korean), colour
    for english, korean, colour in _NAMES:
        for shade, in_korean, end in _SHADES if english in _SHADED else ():
            yield (shade.format(english), in_korean.format(korean)), mix(colour, end, _SHADE)


def _far(known: Sequence[float], wanted: Sequence[float]) -> float:
    """Squared OKLab distance; lightness counts less: a deep blue is a blue, and no black."""
    light, *hue = ((a - b) ** 2 for a, b in zip(known, wanted, strict=True))
    return 0.5 * light + sum(hue)
