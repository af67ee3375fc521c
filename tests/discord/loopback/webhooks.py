"""What an interaction's token allows for fifteen minutes: its answer, and more messages."""

from tests.discord.loopback.check_messages import check_body
from tests.discord.loopback.interactions import (
    DEFERS_UPDATE,
    MOST_FOLLOWUPS,
    SAYS,
    UPDATES,
)
from tests.discord.loopback.messages import EPHEMERAL, SILENT
from tests.discord.loopback.posts import edited, posted, removed
from tests.discord.loopback.refusals import RefusedError, unknown


def _interaction(call):
    world = call.world
    found = world.interactions.get(call.request.match_info["token"])
    if found is None or call.id("application") != world.application:
        raise unknown("Webhook", wrong=True)
    if not found.live:
        by_age = world.now() >= found.ends
        raise RefusedError(401, 50027, "Invalid Webhook Token", wrong=by_age)
    if found.answered is None:
        raise unknown("Webhook", wrong=not found.excused)
    if found.channel.gone:
        raise unknown("Channel")
    return found


def _message(call, interaction):
    name = call.request.match_info["message"]
    if name == "@original":
        found = interaction.original
    else:
        mine = [interaction.original, *interaction.followups]
        found = next((one for one in mine if one is not None and str(one.id) == name), None)
    if found is None or found.deleted:
        raise unknown("Message")
    return found


async def _follow(call):
    interaction, world = _interaction(call), call.world
    body = call.body or {}
    if interaction.original is not None and interaction.original.loading:
        check_body(world, body, call.files, hidden=True)
        message = edited(world, interaction.original, body, call.files)
        return 200, message.json(world)
    if not interaction.by_guild and len(interaction.followups) >= MOST_FOLLOWUPS and interaction.channel.kind != 1:  # fmt: skip
        raise RefusedError(400, 40094, "Maximum number of follow-up messages reached", wrong=True)
    check_body(world, body, call.files, hidden=True)
    flags = (body.get("flags") or 0) & (EPHEMERAL | SILENT)
    only_for = interaction.user if flags & EPHEMERAL else None
    message = posted(world, interaction.channel, body, call.files, flags=flags, only_for=only_for,
                     interaction=interaction)  # fmt: skip
    interaction.followups.append(message)
    return 200, message.json(world)


async def _get(call):
    return 200, _message(call, _interaction(call)).json(call.world)


async def _patch(call):
    interaction = _interaction(call)
    message = _message(call, interaction)
    check_body(call.world, call.body or {}, call.files, edit=True)
    return 200, edited(call.world, message, call.body or {}, call.files).json(call.world)


async def _delete(call):
    interaction = _interaction(call)
    message = _message(call, interaction)
    if interaction.answered not in (SAYS, DEFERS_UPDATE, UPDATES) and message.loading:
        message.flags &= ~128
    removed(call.world, message)
    return 204, None


ROUTES = (
    ("POST", "/webhooks/{application}/{token}", _follow),
    ("GET", "/webhooks/{application}/{token}/messages/{message}", _get),
    ("PATCH", "/webhooks/{application}/{token}/messages/{message}", _patch),
    ("DELETE", "/webhooks/{application}/{token}/messages/{message}", _delete),
)
