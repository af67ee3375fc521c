"""What a person may sensibly do after an operation: commands that can be copied."""

from collections.abc import Sequence

from pipeline.domain.operation import (
    Compare,
    EditText,
    Export,
    Fork,
    Illustrate,
    Letter,
    MoveText,
    Operation,
    Recolour,
    Reroll,
    Restyle,
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
        case Illustrate() | Letter():
            words = _command("text", first, "--subtitle", '"…"')
            return [
                words,
                _command("vary", first),
                _command("show", first),
                _command("export", first),
            ]
        case Vary() | Reroll():
            several = [_command("compare", *versions[:_COMPARED])] if len(versions) > 1 else []
            return [*several, _command("show", first), _command("export", first)]
        case Recolour() | EditText() | MoveText() | Restyle():
            return [_command("undo", first), _command("export", first)]
        case Fork():
            return [_command("show", first), _command("vary", first)]
        case Compare() | Export():
            return []


def _command(name: str, *arguments: str) -> Next:
    return " ".join(("articover", name, *arguments)), name
