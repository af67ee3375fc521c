"""The application's commands: read, and overwritten as a whole."""

from tests.discord.loopback.check_commands import check_commands
from tests.discord.loopback.refusals import unknown


def _mine(call):
    if call.id("application") != call.world.application:
        raise unknown("Application", wrong=True)


async def _list(call):
    _mine(call)
    return 200, call.world.commands


async def _overwrite(call):
    _mine(call)
    world = call.world
    check_commands(call.body)
    ids = {(one["type"], one["name"]): one["id"] for one in world.commands}
    world.commands = [_kept(world, one, ids) for one in call.body]
    world.synced += 1
    return 200, world.commands


def _kept(world, command, ids):
    kind = command.get("type", 1)
    return {
        "id": ids.get((kind, command["name"]), str(world.new_id())), "version": str(world.new_id()),
        "application_id": str(world.application), "default_member_permissions": None, "nsfw": False,
        "description": "", "contexts": None, "integration_types": [0], "type": kind,
    } | command  # fmt: skip


ROUTES = (
    ("GET", "/applications/{application}/commands", _list),
    ("PUT", "/applications/{application}/commands", _overwrite),
)
