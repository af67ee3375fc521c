"""Words that should not end a line, by language."""

from functools import cache

MARKS = frozenset({"&", "+", "×", "vs."})
_WORDS = {
    "en": "a an the of in on at by for from with and or but nor as is into over under than that to "
    "my your his her its our their this these no not if so be are was were i",
    "ko": "그 이 저 한 두 세 네 첫 내 네 제 더 못 안 및 또 참 온 단",
    "fr": "le la les un une des de du d' l' à au aux en et ou dans sur par pour avec sans ce cette mon ma",
    "es": "el la los las un una de del al a en y e o u con por para sin mi tu su que lo",
    "de": "der die das den dem des ein eine einen einem eines und oder in im am an zu zum zur von vom mit für",
    "it": "il lo la i gli le un una uno di del della dei da in con su per e o a al alla che",
    "pt": "o a os as um uma de do da dos das em no na e ou com por para que",
    "nl": "de het een van in op en of met voor te aan bij",
}


@cache
def weak_words(language: str) -> frozenset[str]:
    """The weak words of a BCP 47 tag; the English ones where the language is not known."""
    return MARKS | frozenset(
        _WORDS.get(language.split("-", maxsplit=1)[0].lower(), _WORDS["en"]).split()
    )
