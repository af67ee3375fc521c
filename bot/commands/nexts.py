"""What a person may sensibly do after an operation: commands that can be copied."""

from collections.abc import Sequence

from pipeline.domain.operation import (
    Compare,
    EditText,
    EraseText,
    Export,
    FindText,
    Fork,
    Illustrate,
    Letter,
    MoveText,
    Operation,
    Paint,
    Print,
    Recolour,
    ReplaceText,
    Reroll,
    Restyle,
    Sample,
    Upscale,
    Vary,
)

Next = tuple[str, str]
_COMPARED = 4


def nexts(operation: Operation, versions: Sequence[str]) -> list[Next]:
    """Commands as they are typed, each with the name of the command for its meaning."""
    if not versions:
        return []
    first = versions[0]
    match operation:
        case Illustrate() | Paint():
            return [_words(first), *_each(first, "vary", "show", "export", "print")]
        case Letter() | Fork():  # a picture that was brought along cannot be drawn again
            return [_words(first), *_each(first, "show", "export", "print")]
        case Vary() | Reroll():
            several = [_command("compare", *versions[:_COMPARED])] if len(versions) > 1 else []
            return [*several, *_each(first, "show", "export", "print")]
        case (
            Recolour() | EditText() | MoveText() | Restyle() | EraseText() | ReplaceText()
            | Upscale()
        ):  # fmt: skip
            return _each(first, "undo", "export")
        case Compare() | Sample() | FindText() | Export() | Print():
            return []


def _words(version: str) -> Next:
    return _command("text", version, "--subtitle", '"…"')


def _each(version: str, *names: str) -> list[Next]:
    return [_command(name, version) for name in names]


def _command(name: str, *arguments: str) -> Next:
    return " ".join(("articover", name, *arguments)), name
