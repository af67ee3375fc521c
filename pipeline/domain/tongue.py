"""Which language a brief is in, told from its writing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

LANGUAGE_OF = {
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "CYRILLIC": "ru",
    "GREEK": "el", "ARABIC": "ar", "HEBREW": "he", "THAI": "th", "DEVANAGARI": "hi",
}  # fmt: skip
"""The first word of a letter's Unicode name, and the language most often written with it."""
DEFAULT = "en"

NAMES = {
    "english": "en", "영어": "en", "korean": "ko", "한국어": "ko", "한글": "ko", "kr": "ko",
    "japanese": "ja", "일본어": "ja", "日本語": "ja", "jp": "ja", "chinese": "zh", "중국어": "zh",
    "中文": "zh", "arabic": "ar", "아랍어": "ar", "hebrew": "he", "히브리어": "he",
    "russian": "ru", "러시아어": "ru", "french": "fr", "프랑스어": "fr", "german": "de",
    "독일어": "de", "spanish": "es", "스페인어": "es", "greek": "el", "그리스어": "el",
}  # fmt: skip
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


def language_tag(asked: str) -> str | None:
    """The BCP 47 tag for a tag or a language's name in English or Korean; None if it is neither."""
    plain = asked.casefold().replace("_", "-")
    tag = NAMES.get(plain, plain)
    return tag if _TAG.fullmatch(tag) else None


def guess(lettering: str, prose: str, people: str) -> str:
    """The language of a book whose cover says `lettering` and whose summary is `prose`.

    The lettering decides unless it is Latin or has no letters, because many Korean and Japanese
    books have an English title; then the summary does, and then the names of `people`.
    """
    texts = (lettering, prose, people)
    for text in texts:
        found = _mostly(text)
        if found == "zh":
            return _han(texts)
        if found:
            return found
    return DEFAULT


def _mostly(text: str) -> str | None:
    """The language of most letters of `text`; None for Latin, other writings, or no letters."""
    letters = Counter(_script(char) for char in text if char.isalpha())
    if not letters:
        return None
    return LANGUAGE_OF.get(letters.most_common(1)[0][0])


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]


def _han(texts: Sequence[str]) -> str:
    """Chinese characters beside kana are Japanese, beside Hangul Korean."""
    scripts = {_script(char) for text in texts for char in text if char.isalpha()}
    if scripts & {"HIRAGANA", "KATAKANA"}:
        return "ja"
    return "ko" if "HANGUL" in scripts else "zh"
