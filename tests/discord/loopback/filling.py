"""What a client makes of what a person typed, and what it does not let them do."""

from tests.discord.loopback.check_components import INPUT, ROW
from tests.discord.loopback.world import DIRECT, GROUP

_STRING, _INTEGER, _BOOLEAN, _NUMBER, _ATTACHMENT = 3, 4, 5, 10, 11


def _names(thing):
    return {thing["name"], *(thing.get("name_localizations") or {}).values()}


def named(world, name, kind):
    """The application's command of that name, in any language."""
    for one in world.commands:
        if one["type"] == kind and name in _names(one):
            return one
    raise AssertionError(f"no command {name!r} among {[one['name'] for one in world.commands]}")


def option_named(command, name):
    """The command's option of that name, in any language."""
    for one in command.get("options") or ():
        if name in _names(one):
            return one
    raise AssertionError(f"/{command['name']} has no option {name!r}")


def demand_allowed(command, where, account):
    """A client offers a command only where it was registered for, and installed."""
    context = {DIRECT: 1, GROUP: 2}.get(where.kind, 0)
    contexts = command.get("contexts")
    assert contexts is None or context in contexts, f"/{command['name']} is not offered in context {context}"  # fmt: skip
    kinds = command.get("integration_types") or [0]
    by_guild = where.kind == DIRECT or (where.guild is not None and where.guild.with_bot)
    assert (0 in kinds and by_guild) or 1 in kinds, f"/{command['name']} is not installed here"
    asked = command.get("default_member_permissions")
    owner = where.guild is not None and where.guild.owner is account
    assert asked is None or where.guild is None or owner, f"/{command['name']} is not shown to {account.name}"  # fmt: skip


def command_options(command, given, upload):
    """Options as the client sends them, and the files among them.

    Raises:
        AssertionError: for what the client does not let a person send.
    """
    options, resolved = [], {}
    by_name = {option_named(command, name)["name"]: value for name, value in given.items()}
    for option in command.get("options") or ():
        value = by_name.get(option["name"])
        if value is None:
            assert upload is None or not option.get("required"), f"{option['name']} is required"
            continue
        if option["type"] == _ATTACHMENT:
            file, shown = upload(value)
            resolved[str(file.id)], value = shown, str(file.id)
        else:
            value = _checked(option, value)
        options.append({"name": option["name"], "type": option["type"], "value": value})
    return options, resolved


def _checked(option, value):
    name, kind = option["name"], option["type"]
    if option.get("choices"):
        for one in option["choices"]:
            if value in (one["value"], *_names(one)):
                return one["value"]
        raise AssertionError(f"{value!r} is no choice of {name}")
    if kind == _STRING:
        assert isinstance(value, str), f"{name} takes a text"
        assert option.get("min_length", 0) <= len(value) <= option.get("max_length", 6000), f"{name}: {len(value)} characters"  # fmt: skip
    elif kind in (_INTEGER, _NUMBER):
        low, high = option.get("min_value", -(2**53)), option.get("max_value", 2**53)
        assert low <= value <= high, f"{name}: {value} is not within {low} to {high}"
    return value


def modal_values(modal, given):
    """The parts of a modal as they are submitted."""
    by_id = {modal.input(name)["custom_id"]: value for name, value in given.items()}
    parts = []
    for one in modal.inputs:
        value = by_id.get(one["custom_id"], _untouched(one))
        part = {"type": one["type"], "custom_id": one["custom_id"]}
        if one["type"] == INPUT:
            _demand_length(one, value)
            part["value"] = value
        else:
            part["values"] = [value] if isinstance(value, str) else list(value)
        parts.append({"type": ROW, "components": [part]} if one["shell"] == ROW else {"type": one["shell"], "component": part})  # fmt: skip
    return parts


def _untouched(one):
    if one["type"] == INPUT:
        return one.get("value") or ""
    return [option["value"] for option in one.get("options", ()) if option.get("default")]


def _demand_length(one, value):
    label = one["label"]
    assert value or not one.get("required", True), f"{label} is required"
    high = one.get("max_length") or 4000
    assert len(value) <= high, f"{label}: {len(value)} of at most {high} characters"
    assert not value or len(value) >= (one.get("min_length") or 0), f"{label} is too short"
