"""Personal names that are also words: Rose is not a rose, and 하늘이 is not the sky."""

import re
from collections.abc import Sequence

from pipeline.stages.words import Word

_ENGLISH = frozenset(
    """abbot amber angel april archer art ash aurora autumn baker banks basil bear berry bill bird bishop
bridge brook brooks bull carpenter carter castle chance charity chase cherry christian church clay
clementine cliff colt cook cooper crane crystal daisy dale dawn dean drake duke earl faith falcon
farmer fern field finch fisher flora ford forest fox frank frost gardener ginger glen grace grant
grave hart hawk hawthorn hazel heath hill holly hope hunter iris ivy jack jade jasmine jasper jay
jewel joy june justice king knight lake lamb lark laurel lily love luna major marina mark marsh
martin mary mason max may miles miller moon moss myrtle noble nova olive page parker pat peach
pearl penny pepper phoenix pierce piper pope poppy porter prince queen rain raven ray reed rich
river robin rock rocky rose rosemary ruby rush sage sandy shepherd sky skye snow star stella stone
storm stormy summer sunny swan taylor teddy temple thorn tiger tower violet wade ward west will
willow wilder winter wolf wood woods wren""".split()  # noqa: SIM905 (words read better as text)
)
_KOREAN = frozenset(
    """하늘 노을 가을 여름 겨울 보람 한별 샛별 바다 나무 이슬 슬기 새벽 소망 가람 누리 사랑 초롱 햇살 구름
우주 단비 여울 송이 진주 보리 마루 나리 달님 별 봄 솔 은하 강산 나비 동백 수련 매화 보물 희망 바람""".split()  # noqa: SIM905 (words read better as text)
)
_KOREAN_NAME = re.compile(
    f"({'|'.join(sorted(_KOREAN))})(?:이와|이는|이가|이의|이에게|이를|이도|이네|이랑|아|야|씨|양|군)"
)
"""A name in -이 before another particle, called by name, or with a title."""
_LONGER = 4
"""Words of fewer letters stay small in many titles: and, of, the, by."""
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "my", "our", "no"})


def names(text: Sequence[Word]) -> frozenset[str]:
    """The words of a text that are used as somebody's name in it, as looked up."""
    return frozenset(_english_names(text)) | frozenset(_korean_names(text))


def may_be_name(word: Word) -> bool:
    """Whether a word could be somebody's name where it stands."""
    return word.capital and word.stem in _ENGLISH


def _english_names(text: Sequence[Word]) -> list[str]:
    """Written with a capital inside a sentence, or with a capitalised surname behind it."""
    found: list[str] = []
    titled = is_title_case(text)
    for i, word in enumerate(text):
        if not may_be_name(word):
            continue
        before = text[i - 1] if i and not word.opens else None
        after = text[i + 1] if i + 1 < len(text) and not text[i + 1].opens else None
        if before and before.stem in _ARTICLES:
            continue
        if before or (after and after.capital and not titled):
            found.append(word.stem)
    return found


def is_title_case(text: Sequence[Word]) -> bool:
    """Whether the longer words are capitalised, so that a capital says nothing: The Library of Summer."""
    latin = [word for word in text if not word.korean and len(word.text) >= _LONGER]
    return sum(word.capital for word in latin) > 0.8 * max(1, len(latin))


def _korean_names(text: Sequence[Word]) -> list[str]:
    found = (_KOREAN_NAME.fullmatch(word.text) for word in text if word.korean)
    return [match.group(1) for match in found if match]
