"""Letting Discord know the commands, when they are others than it was told last."""

import hashlib
import json
from typing import Any

from discord import app_commands

from pipeline.ports.notes import Register


async def synced(tree: app_commands.CommandTree[Any], register: Register) -> bool:
    """Send all commands at once if they have changed; whether that was so.

    Raises:
        discord.HTTPException: when Discord does not take them; they are sent again next time.
        StorageError: when it cannot be looked up what was sent.
    """
    key = f"discord-commands:{tree.client.application_id}"
    now = await fingerprint(tree)
    if await register.read(key) == now:
        return False
    await tree.sync()
    await register.write(key, now)
    return True


async def fingerprint(tree: app_commands.CommandTree[Any]) -> str:
    """A hash of everything that Discord is told about the commands."""
    told: list[dict[str, Any]] = []
    for command in tree.get_commands():
        translator = tree.translator
        if translator is None:
            told.append(command.to_dict(tree))
        else:
            told.append(await command.get_translated_payload(tree, translator))
    text = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
