"""What the author's requirements ask for, read from free text in English and Korean."""

import re
from collections.abc import Iterable, Sequence

from pipeline.domain.concept import Concept, Wishes
from pipeline.stages.asking import Asked, asked
from pipeline.stages.colour_words import colour_at
from pipeline.stages.lexicon import Lexicon
from pipeline.stages.words import Word, words

_PEOPLE = re.compile(
    r"\b(?:people|persons?|humans?|faces?|figures?|portraits?|characters?|man|woman|men|women)\b"
    r"|사람|인물|얼굴|인간|초상", re.IGNORECASE)  # fmt: skip
_MINIMAL = re.compile(
    r"\b(?:minimal\w*|simple|clean|uncluttered|plain|understated|restrained|sparse)\b"
    r"|미니멀|심플|간결|단순|깔끔|여백|절제", re.IGNORECASE)  # fmt: skip
_DARK = re.compile(
    r"\b(?:dark|darker|gloomy|moody|noir|sombre|somber|brooding|sinister|ominous)\b"
    r"|어둡|어두운|어둠|다크|음산|음침|무겁|무거운", re.IGNORECASE)  # fmt: skip
_BRIGHT = re.compile(
    r"\b(?:bright|brighter|airy|cheerful|sunny|lighter|pastels?|light (?:colou?rs?|background|mood|tones?|feel))\b"
    r"|밝|환하|환한|화사|산뜻|파스텔|경쾌", re.IGNORECASE)  # fmt: skip
_ABOUT_THE_COVER = frozenset(
    """book books novel novels story literature reader readers letter letters painting paintings artist
    canvas studio idea ideas designer model photo photos photograph photographs photography film
    writing writer color colour style nature light shell leaf house 책 책을 책이 책의 그림 그림을 글
    사진* 작가* 예술* 물감* 수채화* 자연 자연* 코드* 정리* 미니멀* 미니멀리즘* 여백 minimalist minimalism
    balance calm stillness simplicity love keep touch hand care time lonely alone""".split()  # noqa: SIM905 (words read better as text)
)
_SPELLED_OUT = (
    (re.compile(r"\bblack[- ]and[- ]white\b|\bmonochrome\b", re.IGNORECASE), "black, white"),
    (re.compile(r"\bwarm (?=colou?r|palette|tone|hue|shade)", re.IGNORECASE), "terracotta amber "),
    (
        re.compile(r"\b(?:cool|cold) (?=colou?r|palette|tone|hue|shade)", re.IGNORECASE),
        "blue teal ",
    ),
    (re.compile(r"흑백"), "검정 흰색 "),
    (re.compile(r"무채색"), "회색 검정 "),
    (re.compile(r"(?:따뜻한|따스한|난색) ?(?=색|톤|계열)"), "주황색 황금색 "),
    (re.compile(r"(?:차가운|시원한|한색) ?(?=색|톤|계열)"), "파란색 청록색 "),
)
"""Families of colours, as the colours that they stand for."""
_ANIMALS = tuple(
    """wolf fox gumiho deer horse dog cat lion tiger bear polar penguin rabbit moon-rabbit owl raven swan
    bird eagle crane butterfly dragonfly bee spider insect snake frog turtle elephant savanna sheep cow
    mouse squirrel monkey whale dolphin octopus jellyfish fish shark bat""".split()  # noqa: SIM905
)
_GROUPS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\b(?:blood\w*|gore|gory|violen\w+)\b|^피[는가를도나]?$|유혈|폭력|잔인", re.IGNORECASE),
     ("dagger", "skull", "war-sword", "crime", "pirate", "war")),
    (re.compile(r"\b(?:animals?|creatures?)\b|동물", re.IGNORECASE), _ANIMALS),
    (re.compile(r"\b(?:weapons?|guns?|swords?|knife|knives)\b|무기|칼", re.IGNORECASE),
     ("dagger", "war-sword", "archery", "war")),
    (re.compile(r"\b(?:romance|romantic|hearts?)\b|하트", re.IGNORECASE),
     ("love", "heartbreak", "heart-organ", "mother", "wedding")),
    (re.compile(r"\b(?:religious|religion|crosses)\b|종교", re.IGNORECASE),
     ("christian-faith", "church", "prayer", "buddhist-temple", "angel")),
)  # fmt: skip
"""What a forbidden word forbids beside the concepts that it names."""


def read_wishes(requirements: str, lexicon: Lexicon, concepts: Sequence[Concept]) -> Wishes:
    """The wishes in `requirements`; what is both wanted and forbidden is forbidden."""
    for family, colours in _SPELLED_OUT:
        requirements = family.sub(colours, requirements)
    runs = list(asked(requirements))
    wished, forbidden = [r for r in runs if r.wished], [r for r in runs if not r.wished]
    unwanted = tuple(
        dict.fromkeys(n for run in forbidden for n in _forbidden(run, lexicon, concepts))
    )
    wanted = dict.fromkeys(n for run in wished for n in _wanted(run, lexicon))
    return Wishes(
        colours=tuple(dict.fromkeys(c for run in wished for c in _colours(run.words)[0])),
        wanted=tuple(name for name in wanted if name not in unwanted),
        unwanted=unwanted,
        people=not _any(_PEOPLE, forbidden),
        minimal=_any(_MINIMAL, wished),
        dark=_dark(wished, forbidden),
    )


def colours_named(title: str) -> tuple[str, ...]:
    """The colours that a title names, as `#rrggbb`: a book called "Red Moon" should be red."""
    return tuple(dict.fromkeys(_colours(words(title))[0]))


def _any(pattern: re.Pattern[str], runs: Iterable[Asked]) -> bool:
    return any(pattern.search(run.text) for run in runs)


def _dark(wished: Sequence[Asked], forbidden: Sequence[Asked]) -> bool | None:
    """Whether dark or bright is asked for; "not too dark" asks for bright."""
    plain = [_without_colours(run) for run in wished]
    dark = any(_DARK.search(text) for text in plain) or _any(_BRIGHT, forbidden)
    bright = any(_BRIGHT.search(text) for text in plain) or _any(_DARK, forbidden)
    return None if dark == bright else dark


def _without_colours(run: Asked) -> str:
    """The run without its colours: "dark blue" asks for a blue, not for darkness."""
    _, used = _colours(run.words)
    return " ".join(word.text for i, word in enumerate(run.words) if i not in used)


def _colours(run: Sequence[Word]) -> tuple[list[str], set[int]]:
    """The colours in order, and which words named them."""
    found: list[str] = []
    used: set[int] = set()
    at = 0
    while at < len(run):
        named = colour_at(run, at)
        if named:
            found.append(named[0])
            used.update(range(at, at + named[1]))
        at += named[1] if named else 1
    return found, used


def _wanted(run: Asked, lexicon: Lexicon) -> list[str]:
    """The concepts that a run names, in order, apart from words about covers in general."""
    hits = lexicon.hits(_without_colours(run).lower())
    return [hit.concept for hit in hits if hit.keyword not in _ABOUT_THE_COVER]


def _forbidden(run: Asked, lexicon: Lexicon, concepts: Sequence[Concept]) -> list[str]:
    """The concepts that a run names, those that would show the same, and those of its group."""
    text = _without_colours(run).lower()
    named = [hit.concept for hit in lexicon.hits(text)]
    stems = {word.stem for word in words(text)}
    shown = [c.name for c in concepts if stems & {c.name, c.icon}]
    grouped = [n for pattern, names in _GROUPS if pattern.search(text) for n in names]
    return [*named, *shown, *grouped]
