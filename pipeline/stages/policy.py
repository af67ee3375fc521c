"""Finds in a brief what must never be painted, also where it is written so as not to be found.

Words are matched whole in English, and in Korean as nouns with their particles: Essex, 성교육 and
시발점 are nothing. A text is read as it stands, with digits for letters taken back (p0rn), and with
letters that stand apart put together (p o r n, 포.르.노).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.domain.brief import Brief
from pipeline.domain.errors import PaintError
from pipeline.domain.policy import ForbiddenWords, Found, PolicyRule
from pipeline.stages.asking import asked
from pipeline.stages.lexicon import Lexicon

_SENTENCE = re.compile(r"(?<=[.!?…。])\s+|\n+")
_DISGUISED = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s",
                            "!": "i", "*": "", "_": ""})  # fmt: skip
_MIXED = re.compile(r"[A-Za-z0-9@$!*_]*[A-Za-z][0-9@$!*_][A-Za-z0-9@$!*_]*[A-Za-z][A-Za-z0-9]*")
_APART = re.compile(r"(?<!\w)[A-Za-z](?:[ .\-_*·~]{1,2}[A-Za-z]){2,}(?!\w)")
_APART_KOREAN = re.compile(r"(?<![\w가-힣])[가-힣](?:[ .\-_*·~ㅡ0-9]{1,2}[가-힣]){1,}(?![가-힣])")
_BETWEEN_KOREAN = re.compile(r"(?<=[가-힣])[.\-_*·~0-9ㅡ]{1,2}(?=[가-힣])")
_NOT_A_LETTER = re.compile(r"[\W\d_]+")


class WordList:
    """Forbidden words, ready to be looked up."""

    def __init__(self, words: ForbiddenWords) -> None:
        self._groups = {group.name: group for group in words.groups}
        self._lexicon = Lexicon(words.groups)
        self._innocent = _any_of(words.innocent)

    def in_brief(self, brief: Brief) -> Found:
        """What a brief has; what its requirements forbid ("no gore") is no wish."""
        wished = [run.text for reading in readings(brief.requirements)
                  for run in asked(reading) if run.wished]  # fmt: skip
        titles = [brief.title, brief.subtitle, brief.series]
        told = _SENTENCE.split(brief.summary)
        hits = [hit for text in (*titles, *wished) for hit in self._hits(text, asked_for=True)]
        # what is asked for in several breaths is asked for together
        hits += self._hits(". ".join(wished), asked_for=True)
        hits += [hit for text in told for hit in self._hits(text, asked_for=False)]
        return Found(words=tuple(dict.fromkeys(word for _, word in hits)),
                     groups=tuple(dict.fromkeys(group for group, _ in hits)))  # fmt: skip

    def forbids(self, text: str) -> bool:
        """Whether a phrase has a word that may not reach a model, whatever it stands beside."""
        return any(self._groups[group].alone for group, _ in self._named(text))

    def _hits(self, text: str, *, asked_for: bool) -> list[tuple[str, str]]:
        named = list(dict.fromkeys(self._named(text)))
        present = {group for group, _ in named}
        return [(group, word) for group, word in named
                if self._counts(group, present, asked_for=asked_for)]  # fmt: skip

    def _counts(self, name: str, present: set[str], *, asked_for: bool) -> bool:
        group = self._groups[name]
        return (group.alone and (not group.beside or group.beside in present)
                and (asked_for or not group.asked))  # fmt: skip

    def _named(self, text: str) -> Iterable[tuple[str, str]]:
        for reading in readings(text):
            plain = self._innocent.sub(" ; ", reading) if self._innocent else reading
            # in lower case nothing is anybody's name
            for hit in self._lexicon.hits(plain.lower()):
                yield hit.concept, hit.keyword.strip("*")


def _any_of(phrases: Sequence[str]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile("|".join(map(re.escape, phrases)), re.IGNORECASE)


def readings(text: str) -> list[str]:
    """A text as it stands, and as it reads when nothing is disguised in it."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    undone = _MIXED.sub(lambda match: match.group().translate(_DISGUISED), plain)
    joined = _APART.sub(_together, undone)
    joined = _BETWEEN_KOREAN.sub("", _APART_KOREAN.sub(_together, joined))
    return list(dict.fromkeys((plain, undone, joined)))


def _together(match: re.Match[str]) -> str:
    return _NOT_A_LETTER.sub("", match.group())


@dataclass(frozen=True, slots=True)
class Policy:
    """The rule of a place and its list of words."""

    rule: PolicyRule
    words: WordList

    def looked_at(self, brief: Brief) -> Found:
        """What whoever runs the place should know of a brief that is painted; empty: nothing.

        Raises:
            PaintError: `paint-words` where it is refused.
        """
        if self.rule is PolicyRule.OFF:
            return Found()
        found = self.words.in_brief(brief)
        if found.words and self.rule is PolicyRule.REFUSE:
            raise PaintError("paint-words", words=", ".join(found.words))
        return found
