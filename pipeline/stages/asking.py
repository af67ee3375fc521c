"""What requirements ask for and what they forbid, clause by clause, in English and Korean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.stages.words import Word, words

_BREAK = re.compile(
    r"[.,;:!?\n/·、。]|\s-\s|\b(?:but|while|instead|rather|however)\b|그리고|하지만|대신",
    re.IGNORECASE,
)
_NO = frozenset(
    {"no", "not", "without", "avoid", "never", "don't", "dont", "nothing", "exclude", "excluding",
     "except", "hate", "dislike", "skip", "minus", "neither", "nor"}
)  # fmt: skip
_YES = frozenset(
    {"with", "show", "include", "want", "prefer", "use", "add", "please", "only", "just"}
)
_KOREAN_NO = re.compile(
    r"^(?:없|말고|말아|말았|마세요|마시|빼|제외|피해|피하|금지|안$|않|아닌|싫|지양|삼가|제거)"
)
_KOREAN_NEXT = re.compile(
    r"(?:있고|하고서|이고|넣고|좋고|나오고|되|지만|게|로|로만|없이|없고|말고|빼고)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A run of words that is all wished for, or all forbidden."""

    words: tuple[Word, ...]
    wished: bool

    @property
    def text(self) -> str:
        """The words again, with single spaces."""
        return " ".join(word.text for word in self.words)


def asked(requirements: str) -> Iterator[Asked]:
    """The runs of `requirements` in order."""
    for clause in _BREAK.split(requirements):
        run = words(clause)
        if not run:
            continue
        if any(word.korean for word in run):
            yield from _korean(run)
        else:
            yield from _english(run)


def _english(run: Sequence[Word]) -> Iterator[Asked]:
    """English forbids what follows: "no people or cats with a blue sky"."""
    start, wished = 0, True
    for i, word in enumerate(run):
        lower = word.text.lower().replace("’", "'")
        # "don't use red" forbids on; "no cats, with a moon" turns back
        turns = (wished and lower in _NO) or (not wished and lower in _YES and i > start)
        if not turns or (lower == "only" and i and run[i - 1].text.lower() == "not"):
            continue
        if i > start:
            yield Asked(words=tuple(run[start:i]), wished=wished)
        start, wished = i + 1, not wished
    if start < len(run):
        yield Asked(words=tuple(run[start:]), wished=wished)


def _korean(run: Sequence[Word]) -> Iterator[Asked]:
    """Korean forbids what comes before: "바다와 등대가 있고 사람은 없이"."""
    start = 0
    for i, word in enumerate(run):
        if _KOREAN_NO.match(word.text):
            yield from _split(run[start:i])
            start = i + 1
    if start < len(run):
        yield Asked(words=tuple(run[start:]), wished=True)


def _split(before: Sequence[Word]) -> Iterator[Asked]:
    """What comes before a Korean negation: forbidden from the last connective on."""
    cut = next(
        (i + 1 for i in range(len(before) - 2, -1, -1) if _KOREAN_NEXT.search(before[i].text)), 0
    )
    if cut:
        yield Asked(words=tuple(before[:cut]), wished=True)
    if before[cut:]:
        yield Asked(words=tuple(before[cut:]), wished=False)
