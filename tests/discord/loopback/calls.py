"""One REST request, read: its body, its files, and what it may reach."""

import json
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.discord.loopback.refusals import (
    RefusedError,
    missing_access,
    missing_permissions,
    unknown,
)
from tests.discord.loopback.world import DIRECT, GROUP


class Upload(NamedTuple):
    """A file as it came in, or as a person puts it into a command."""

    name: str
    content: bytes


@dataclass
class Call:
    """A request with its body; `files` are by the number of their field."""

    world: object
    request: object
    body: object = None
    files: dict = field(default_factory=dict)

    def id(self, name):
        """A number of the path."""
        text = self.request.match_info[name]
        if not text.isdigit():
            errors = {name: {"_errors": [{"code": "NUMBER_TYPE_COERCE", "message": f"{text!r}"}]}}
            raise RefusedError(400, 50035, "Invalid Form Body", errors, wrong=True)
        return int(text)

    def channel(self, *needs):
        """The channel of the path, if the bot may do there what it needs to."""
        channel = self.world.channels.get(self.id("channel"))
        if channel is None or channel.gone:
            raise unknown("Channel")
        if channel.kind == GROUP or (channel.guild is not None and not channel.guild.with_bot):
            raise missing_access()
        if "view" in channel.refused:
            raise missing_access()
        if channel.kind == DIRECT and "send" in needs and channel.people[0].closed:
            raise RefusedError(403, 50007, "Cannot send messages to this user")
        if channel.refused.intersection(needs):
            raise missing_permissions()
        return channel

    def message(self, channel, *, own=False):
        """The message of the path."""
        found = self.world.messages.get(self.id("message"))
        if found is None or found.deleted or found.channel is not channel or found.only_for:
            raise unknown("Message")
        if own and found.author is not self.world.bot:
            raise RefusedError(
                403, 50005, "Cannot edit a message authored by another user", wrong=True
            )
        return found


async def read_call(world, request):
    """Take a request's body in, whole.

    Raises:
        RefusedError: when it cannot be read.
    """
    call = Call(world, request)
    if request.content_type == "multipart/form-data":
        await _read_parts(call)
    elif request.can_read_body:
        text = await request.text()
        if text:
            call.body = _json(text)
            if request.content_type != "application/json":
                raise RefusedError(
                    400, 50109, "The request body contains invalid JSON.", wrong=True
                )
    return call


async def _read_parts(call):
    async for part in await call.request.multipart():
        content = await part.read()
        if part.name == "payload_json":
            call.body = _json(content.decode())
        elif part.name.startswith("files[") and part.filename:
            call.files[int(part.name[6:-1])] = Upload(part.filename, bytes(content))
        else:
            raise RefusedError(400, 50035, f"Unknown part {part.name}", wrong=True)


def _json(text):
    try:
        return json.loads(text)
    except ValueError:
        raise RefusedError(
            400, 50109, "The request body contains invalid JSON.", wrong=True
        ) from None
