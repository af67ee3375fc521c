"""What options of the editing commands take: places, distances, colours, words with names."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from bot.conversation.naming import Naming, read, read_block

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.conversation.words import Words

_RANGE = re.compile(r"(\d{1,4})(?:\s*[-–~]\s*(\d{1,4}))?")
_NUMBER = re.compile(r"([+-]?(?:\d{1,4}(?:\.\d{0,6})?|\.\d{1,6}))(%?)")


def fraction(text: str) -> float | None:
    """A share of the cover, as `0.25` or `25%`; None when it is neither."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    return float(found[1]) / 100 if found[2] else float(found[1])


class Fractions(click.ParamType[tuple[float, ...]]):
    """`count` shares of the cover's width and height between commas, none below `least`."""

    name = "fractions"

    def __init__(self, words: Words, count: int, *, least: float, example: str) -> None:
        """Shares from `least` to 1."""
        self._words, self._count, self._least, self._example = words, count, least, example
        self._from = f"{least:.0%}"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, ...]:
        """The shares."""
        if isinstance(value, tuple):
            return value
        shares = [fraction(part) for part in str(value).split(",")]
        good = [share for share in shares if share is not None and self._least <= share <= 1]
        if len(shares) != self._count or len(good) != self._count:
            self.fail(self._words.say("usage-fractions", count=self._count, least=self._from,
                                      example=self._example), param, ctx)  # fmt: skip
        return tuple(good)


class Factor(click.ParamType[float]):
    """A factor, as `1.2` or `120%`; what is sensible is for the studio to say."""

    name = "factor"

    def __init__(self, words: Words) -> None:
        """A factor that explains itself in the person's language."""
        self._words = words

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The factor."""
        if isinstance(value, float):
            return value
        number = fraction(str(value))
        if number is None or not math.isfinite(number):
            self.fail(self._words.say("usage-factor"), param, ctx)
        return number


class Numbers(click.ParamType["tuple[int, ...]"]):
    """Numbers between commas, as `1,3` or `2-4`; the word `also` stands for none of them: all."""

    name = "numbers"
    _most = 1000

    def __init__(self, words: Words, also: str = "") -> None:
        """Numbers that explain themselves in the person's language."""
        self._words, self._also = words, also

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        """The numbers in their order, each once."""
        if isinstance(value, tuple):
            return value
        text = str(value).strip().casefold()
        if text and text == self._also.casefold():
            return ()
        ranges = [_RANGE.fullmatch(part.strip()) for part in text.split(",")]
        numbers = [number for one in ranges if one for number in self._spread(one)]
        if not all(ranges) or not numbers or not all(1 <= one <= self._most for one in numbers):
            self.fail(self._words.say("usage-numbers"), param, ctx)
        return tuple(dict.fromkeys(numbers))

    def _spread(self, found: re.Match[str]) -> range:
        first, last = int(found[1]), int(found[2] or found[1])
        return range(first, min(last, self._most + 1) + 1)


class NamedChoice(click.ParamType[str]):
    """One of a few words that have names in every language."""

    name = "word"

    def __init__(self, words: Words, naming: Naming, names: Sequence[str]) -> None:
        """A choice among `names`."""
        self._words, self._naming, self._names = words, naming, names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself, whatever it was called."""
        found = read(self._naming, str(value), self._names)
        if found is None:
            self.fail(self._words.say("usage-not-one-of", choices=", ".join(self._names)),
                      param, ctx)  # fmt: skip
        return found

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin with what was typed."""
        return [CompletionItem(name) for name in self._names if name.startswith(incomplete)]


class NamedSeveral(NamedChoice):
    """Some of a few words, between commas; the word `none` (in any language) alone is no word."""

    name = "words"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The names, between commas; empty for none."""
        one = super().convert
        names = [one(part, param, ctx) for part in str(value).split(",") if part.strip()]
        if not names or ("none" in names and len(names) > 1):
            self.fail(self._words.say("usage-not-one-of", choices=", ".join(self._names)),
                      param, ctx)  # fmt: skip
        return ",".join(name for name in dict.fromkeys(names) if name != "none")


class BlockName(click.ParamType[str]):
    """The name of a text block: `title`, `free-2`, or what it is called in any language."""

    name = "block"

    def __init__(self, suggest: Callable[[click.Context], Sequence[str]]) -> None:
        """A block; `suggest` is asked only when a shell completes it."""
        self._suggest = suggest

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as operations know it."""
        return read_block(str(value))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The blocks that begin with what was typed."""
        return [CompletionItem(name) for name in self._suggest(ctx) if name.startswith(incomplete)]


class KnownId(click.ParamType[str]):
    """A version or an order by its id; any text, since only the studio knows them all."""

    name = "id"

    def __init__(self, suggest: Callable[[], Sequence[tuple[str, str]]]) -> None:
        """An id; `suggest` gives (id, what it is) and is asked only when a shell completes it."""
        self._suggest = suggest

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The ids that begin with what was typed."""
        return [CompletionItem(name, help=title) for name, title in self._suggest()
                if name.startswith(incomplete)]  # fmt: skip
