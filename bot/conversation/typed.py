"""What was typed into forms that could not be taken: kept, so that they open again with it."""

import json
from collections.abc import Mapping
from typing import Any, cast

from bot.conversation.act import Act
from bot.conversation.caller import Caller
from bot.conversation.means import Means

MOST = 10
"""Forms of one person whose answers are kept; the oldest go when there is a further one."""
_NOTE = "typed"

Answered = dict[str, dict[str, str]]
"""Answers by their fields' keys, by what the form was asked with."""


async def keep_typed(means: Means, caller: Caller, asked: Act, values: Mapping[str, str]) -> None:
    """Keep what was typed into a form that was asked with that act."""
    others = {wire: told for wire, told in (await _kept(means, caller)).items()
              if wire != asked.wire}  # fmt: skip
    newest = list({**others, asked.wire: dict(values)}.items())[-MOST:]
    await _keep(means, caller, dict(newest))


async def typed(means: Means, caller: Caller, asked: Act) -> Mapping[str, str]:
    """What was typed into that form; nothing where that is not kept any more."""
    return (await _kept(means, caller)).get(asked.wire, {})


async def drop_typed(means: Means, caller: Caller, asked: Act) -> None:
    """Forget what was typed into that form."""
    kept = await _kept(means, caller)
    if kept.pop(asked.wire, None) is not None:
        await _keep(means, caller, kept)


async def _kept(means: Means, caller: Caller) -> Answered:
    note = await means.notes.note(caller.person.id, _NOTE)
    told: Any = json.loads(note) if note else {}
    return cast("Answered", told)


async def _keep(means: Means, caller: Caller, kept: Answered) -> None:
    await means.notes.keep(caller.person.id, _NOTE, json.dumps(kept, ensure_ascii=False))
