"""Keys of messages that the commands on versions put together while running."""

import ast
from pathlib import Path

from bot.commands.index import CHAPTERS
from bot.commands.queue import ACTIONS, SWITCHED
from bot.conversation.naming import Naming
from bot.terminal.queue_table import _COLUMNS
from pipeline.domain.layout import EffectKind, Material, Role
from pipeline.domain.operation import Anchor9, EditText, Operation, kind_of
from pipeline.workshop.print_report import BACK_ART
from storage.schema import Fit

CONVERSATION = Path(__file__).parents[2] / "bot" / "conversation"
ORDERING = ("vary", "reroll", "recolour", "text", "move", "restyle", "fork", "compare", "export")
NAMES = {
    Naming.BLOCK: Role,
    Naming.ANCHOR: Anchor9,
    Naming.MATERIAL: Material,
    Naming.EFFECT: (*EffectKind, "none"),
}
STATES = ("queued", "running", "done", "delivered", "failed", "cancelled")
PRINTING = ("for", "pages", "paper", "isbn", "addon", "blurb", "about", "marks", "guides", "standard",
            "spine", "outpaint", "weights")  # fmt: skip
LOOKS = ("block", "font", "colour", "size", "material", "effects")


def shown_in_provenance():
    """What `show` has a label for, and those labels that need a sentence as well."""
    for node in ast.walk(ast.parse((CONVERSATION / "provenance.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "row":
            key = node.args[0].value
            yield f"show-{key}"
            if len(node.args) > 2:
                yield f"show-{key}-text"


def version_keys():
    for chapter in CHAPTERS:
        yield f"help-chapter-{chapter.name}"
        for entry in chapter.entries:
            yield from (f"help-{entry.name}", f"help-{entry.name}-short")
    yield from (f"help-{name}-epilog" for name in (*ORDERING, "erase", "replace"))
    yield from (f"help-{name}-out" for name in ("version", "find-text", "upscale"))
    yield from (f"help-restyle-{look}" for look in LOOKS)
    yield from (f"{naming}-{name}" for naming, names in NAMES.items() for name in names)
    for kind in Operation.__args__:
        yield f"kind-of-{kind_of(object.__new__(kind))}"
        if kind is not EditText:  # it is told by its changes
            yield f"deed-{kind_of(object.__new__(kind))}"
    yield from (f"job-state-{state}" for state in STATES)
    yield from (f"queue-{column}" for column in _COLUMNS)
    yield from (SWITCHED[action] for action in ACTIONS)
    yield from (f"history-{name}" for name in ("version", "title", "versions", "made"))
    yield from (f"jobs-{name}" for name in ("job", "ordered", "what", "state"))
    yield from (f"db-{fit}" for fit in Fit)
    yield from (f"help-heading-print-{part}" for part in ("book", "back", "file"))
    yield from (f"help-print-{name}" for name in PRINTING)
    yield from (f"preflight-{BACK_ART}", f"preflight-{BACK_ART}-mend")
    yield from shown_in_provenance()
