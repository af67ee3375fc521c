"""Which adapters an author's requirements ask for by name, and which they forbid.

"In the manner of ink-wash", "잉크워시풍으로" and "no ink wash" are understood. A name says how something
is painted and not what: the text is read for things without it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from pipeline.stages.asking import Asked, asked
from pipeline.stages.words import is_korean, is_particle

_AS = ("화풍", "풍", "스타일", "느낌")
"""What Korean adds to the name of a manner, before its particles."""
_MARK = "qzxq"
"""Stands where a name stood; no word begins so. Its number follows in letters: words have no digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """The names that are `wanted` and `unwanted`; `rest` is the text without them."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    rest: str

    def beside(self, names: Iterable[str]) -> Self:
        """These, and `names` that nobody forbids."""
        more = (name for name in names if name not in self.unwanted)
        return replace(self, wanted=tuple(dict.fromkeys((*self.wanted, *more))))

    def named_in(self, text: str) -> bool:
        """Whether a part of the text tells of one of them."""
        plain = unicodedata.normalize("NFC", text)
        return any(True for name in (*self.wanted, *self.unwanted) for _ in _spans(name, plain))


def read_manners(requirements: str, names: Iterable[str]) -> Manners:
    """What `requirements` say of `names`; what is both wanted and forbidden is forbidden."""
    # the longest first: who asks for "ink-wash" does not ask for "ink"
    known = sorted(names, key=lambda name: (-len(name), name))
    marked = unicodedata.normalize("NFC", requirements)
    for number, name in enumerate(known):
        marked = _replaced(marked, name, f" {_mark(number)} ")
    runs = list(asked(marked))
    unwanted = _in_runs(known, [run for run in runs if not run.wished])
    wanted = _in_runs(known, [run for run in runs if run.wished])
    return Manners(
        wanted=tuple(name for name in wanted if name not in unwanted), unwanted=unwanted,
        rest=re.sub(rf" {_MARK}[a-j]+ ", " ", marked),
    )  # fmt: skip


def _mark(number: int) -> str:
    return _MARK + "".join("abcdefghij"[int(digit)] for digit in str(number))


def _in_runs(names: Sequence[str], runs: Sequence[Asked]) -> tuple[str, ...]:
    """The names whose marks stand in any of the runs, in the order of the text."""
    of = {_mark(number): name for number, name in enumerate(names)}
    return tuple(dict.fromkeys(of[word.text] for run in runs for word in run.words if word.text in of))  # fmt: skip


def _replaced(text: str, name: str, mark: str) -> str:
    for start, end in reversed(list(_spans(name, text))):
        text = text[:start] + mark + text[end:]
    return text


def _spans(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as words of its own: with spaces for its dashes, with Korean endings."""
    body = r"[\s_-]+".join(map(re.escape, name.split("-")))
    for found in re.finditer(rf"(?<!\w){body}(?P<end>[가-힣]*)(?!\w)", text, re.IGNORECASE):
        if not is_korean(name[-1]):
            yield found.start(), found.start("end")
        elif _may_follow(found["end"], name):
            yield found.span()


def _may_follow(ending: str, name: str) -> bool:
    """Whether a Korean name is still that name before `ending`."""
    if not ending or is_particle(ending, name):
        return True
    manner = next((one for one in _AS if ending.startswith(one)), "")
    return bool(manner) and (ending == manner or is_particle(ending.removeprefix(manner), manner))
