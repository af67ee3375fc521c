"""Running text as words that a lexicon can look up: English endings and Korean particles off."""

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*|[가-힣]+|[.!?…\n]")
_ENDS = frozenset(".!?…\n")
_AFTER_ANY = frozenset(
    """의 에 에서 에게 에게서 께 께서 하고 도 만 까지 부터 마다 처럼 같이 보다 조차 마저 뿐 밖에 에는 에도
    에서는 에서도 에게는 에만 만의 만이 만을 만은 까지의 까지도 부터의 들 들이 들은 들을 들의 들에 들에게 들과
    들도 들로 들에서 들이다 들만 들처럼 들이라 들까지 이라는 만큼 속 속에 속에서 속으로 속의 님 님이 님은 님의
    님과 님을 님께""".split()  # noqa: SIM905 (words read better as text)
)
_AFTER_CONSONANT = frozenset(
    """이 은 을 과 이랑 으로 으로서 으로써 이나 이든 이라 이란 이라고 이다 이었다 인 이자 이며 이고 이여 아
    으로부터 과의 과는 으로의 으로도 이었던 이지만 이라도 이면 이던""".split()  # noqa: SIM905
)
_AFTER_VOWEL = frozenset(
    """가 는 를 와 랑 로 로서 로써 나 든지 라 라는 란 라고 다 였다 인 이자 자 며 고 여 야 로부터 와의 와는
    로의 로도 였던 이었던 지만 라도 면 이던""".split()  # noqa: SIM905
)
_AFTER_L = frozenset({"로", "로서", "로써", "로부터", "로의", "로도"})
_L, _SYLLABLES, _FINALS = 8, 0xAC00, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word: as written, as looked up, and whether it opens its sentence."""

    text: str
    stem: str
    opens: bool

    @property
    def korean(self) -> bool:
        """Whether it is written in Hangul."""
        return is_korean(self.text)

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital letter."""
        return self.text[0].isupper()


def is_korean(word: str) -> bool:
    """Whether a word begins with a Hangul syllable."""
    return "가" <= word[:1] <= "힣"


def stem(word: str) -> str:
    """An English word in lower case without its possessive or plural ending.

    The same rule is applied to texts and to the lexicon, so it need only be consistent: "horses"
    and "horse" must meet.
    """
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def words(text: str) -> list[Word]:
    """The words of `text` in order; the parts of a hyphenated word are words."""
    found: list[Word] = []
    opens = True
    for token in _WORD.findall(unicodedata.normalize("NFC", text)):
        if token in _ENDS:
            opens = True
            continue
        for part in token.split("-"):
            found.append(Word(text=part, stem=stem(part), opens=opens))
            opens = False
    return found


def is_form_of(word: str, noun: str) -> bool:
    """Whether a Korean word is `noun`, bare or with particles."""
    return word == noun or (word.startswith(noun) and is_particle(word[len(noun) :], noun))


def is_particle(ending: str, noun: str) -> bool:
    """Whether `ending` may follow `noun`, whose last sound decides: 배가 but 별이.

    That rule alone tells most verbs from nouns: 산다 ("lives") is no form of 산 ("mountain").
    """
    final = (ord(noun[-1]) - _SYLLABLES) % _FINALS
    if ending in _AFTER_ANY:
        return True
    if final == 0:
        return ending in _AFTER_VOWEL
    return ending in _AFTER_CONSONANT or (final == _L and ending in _AFTER_L)
