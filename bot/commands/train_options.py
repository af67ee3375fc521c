"""The options of `articover train`, under four headings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.ordering import json_option
from bot.commands.shelves import model_name
from bot.terminal.grammar import OneOf, Suggested, Titled, Whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.app import App
    from bot.conversation.words import Words

FOLDER = Path("trained")
"""Where a training is written when no folder is given: in a folder of its name below this one."""
SCHEDULES = ("cosine", "linear", "constant")
PRECISIONS = ("auto", "fp32", "fp16", "bf16")


class Number(click.ParamType[float]):
    """A number between two others, both of them included."""

    name = "number"

    def __init__(self, words: Words, low: float, high: float) -> None:
        """A number that explains its limits in the person's language."""
        self._words, self._low, self._high = words, low, high

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:  # fmt: skip
        """The number."""
        try:
            number = float(value)
        except ValueError:
            number = float("nan")
        if not self._low <= number <= self._high:
            said = self._words.say("usage-number", low=f"{self._low:g}", high=f"{self._high:g}")
            self.fail(said, param, ctx)
        return number


class Multiple(click.ParamType[int]):
    """A whole number that is a multiple of another."""

    name = "multiple"

    def __init__(self, words: Words, of: int, low: int, high: int) -> None:
        """A number that explains itself in the person's language."""
        self._words, self._of, self._low, self._high = words, of, low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        try:
            number = int(value)
        except ValueError:
            number = 0
        if number % self._of or not self._low <= number <= self._high:
            limits = {"of": self._of, "low": self._low, "high": self._high}
            said = {name: str(limit) for name, limit in limits.items()}
            self.fail(self._words.say("usage-multiple", **said), param, ctx)
        return number


class _Needed(Titled):
    """An option that must be given; its help says so in the person's language."""

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        """What click adds in English is left out."""
        extra = super().get_help_extra(ctx)
        extra.pop("required", None)
        return extra


def options(app: App) -> list[click.Parameter]:
    """All of them; what is not given is None, or has its default."""
    return [*_data(app), *_learning(app.words), *_machine(app), *_watching(app.words),
            json_option(app.words)]  # fmt: skip


def _named(heading: str) -> Callable[..., click.Parameter]:
    def option(*names: str, told: str, **attributes: Any) -> click.Parameter:
        kind = _Needed if attributes.get("required") else Titled
        return kind([*names], heading=heading, help=told, **attributes)

    return option


def _data(app: App) -> list[click.Parameter]:
    say, path = app.words.say, click.Path(path_type=Path)
    option = _named(say("help-heading-data"))
    genres = Suggested(lambda: [genre.name for genre in app.genres()])
    return [
        option("--data", type=path, metavar="DIR", required=True, told=say("help-train-data")),
        option("--genre", type=genres, metavar="TEXT", required=True,
               told=say("help-train-genre")),
        option("--name", metavar="NAME", told=say("help-train-name")),
        option("--trigger", metavar="WORDS", told=say("help-train-trigger")),
        option("--licence", "--license", "licence", metavar="TEXT", default="",
               told=say("help-train-licence")),
        option("--check", "only_check", is_flag=True, told=say("help-train-check")),
        option("--strict", is_flag=True, told=say("help-train-strict")),
        option("--out", type=path, metavar="DIR",
               told=say("help-train-out", folder=str(FOLDER))),
        option("--resume/--restart", "resume", default=True, told=say("help-train-resume")),
        option("--register/--no-register", "register", default=True,
               told=say("help-train-register")),
        option("--force", is_flag=True, told=say("help-train-force")),
    ]  # fmt: skip


def _learning(words: Words) -> list[click.Parameter]:
    say, option = words.say, _named(words.say("help-heading-learning"))
    whole, share = {"metavar": "N"}, {"metavar": "X"}
    return [
        option("--steps", type=Whole(words, 1, 1_000_000), told=say("help-train-steps"), **whole),
        option("--rank", type=Whole(words, 1, 128), told=say("help-train-rank"), **whole),
        option("--alpha", type=Number(words, 0.01, 1024), told=say("help-train-alpha"), **share),
        option("--resolution", type=Multiple(words, 64, 64, 1024),
               told=say("help-train-resolution"), **whole),
        option("--batch", type=Whole(words, 1, 64), told=say("help-train-batch"), **whole),
        option("--accumulate", type=Whole(words, 1, 256), told=say("help-train-accumulate"),
               **whole),
        option("--rate", type=Number(words, 1e-8, 1), told=say("help-train-rate"), **share),
        option("--warmup", type=Number(words, 0, 1), told=say("help-train-warmup"), **share),
        option("--schedule", type=OneOf(words, SCHEDULES), metavar="|".join(SCHEDULES),
               told=say("help-train-schedule")),
        option("--min-snr", "gamma", type=Number(words, 0, 100), told=say("help-train-min-snr"),
               **share),
        option("--noise-offset", "offset", type=Number(words, 0, 1),
               told=say("help-train-noise-offset"), **share),
        option("--dropout", type=Number(words, 0, 1), told=say("help-train-dropout"), **share),
        option("--ema", type=Number(words, 0, 0.99999), told=say("help-train-ema"), **share),
        option("--text-encoder", is_flag=True, default=None, told=say("help-train-text-encoder")),
        option("--flip", is_flag=True, default=None, told=say("help-train-flip")),
        option("--seed", type=Whole(words, 0, 2**32 - 1), told=say("help-train-seed"), **whole),
    ]  # fmt: skip


def _machine(app: App) -> list[click.Parameter]:
    words, say = app.words, app.words.say
    option = _named(say("help-heading-machine"))
    return [
        option("--model", type=model_name(app), metavar="MODEL", told=say("help-train-model")),
        option("--device", metavar="DEVICE", told=say("help-train-device")),
        option("--precision", type=OneOf(words, PRECISIONS), metavar="|".join(PRECISIONS),
               told=say("help-train-precision")),
        option("--save-memory/--no-save-memory", "checkpointing", default=None,
               told=say("help-train-save-memory")),
        option("--full", is_flag=True, told=say("help-train-full")),
    ]  # fmt: skip


def _watching(words: Words) -> list[click.Parameter]:
    say, option = words.say, _named(words.say("help-heading-watching"))
    steps: dict[str, Any] = {"metavar": "N", "type": Whole(words, 0, 1_000_000)}
    return [
        option("--checkpoint-every", type=Whole(words, 1, 1_000_000), metavar="N",
               told=say("help-train-checkpoint-every")),
        option("--keep", type=Whole(words, 1, 1000), metavar="N", told=say("help-train-keep")),
        option("--measure-every", told=say("help-train-measure-every"), **steps),
        option("--paint-every", told=say("help-train-paint-every"), **steps),
        option("--prompt", "prompts", multiple=True, metavar="TEXT",
               told=say("help-train-prompt")),
    ]  # fmt: skip
