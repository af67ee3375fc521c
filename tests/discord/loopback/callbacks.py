"""First responses to interactions."""

import time

from tests.discord.loopback.check_commands import STRING, check_choices
from tests.discord.loopback.check_components import check_modal
from tests.discord.loopback.check_messages import check_body
from tests.discord.loopback.interactions import (
    ACK_S,
    ASKS,
    COMMAND,
    COMPONENT,
    DEFERS,
    DEFERS_UPDATE,
    SAYS,
    SUBMIT,
    SUGGESTING,
    SUGGESTS,
    UPDATES,
)
from tests.discord.loopback.messages import EPHEMERAL, LOADING, Message, State
from tests.discord.loopback.posts import appended, edited, posted
from tests.discord.loopback.refusals import Form, RefusedError, unknown

_ALLOWED = {
    COMMAND: {SAYS, DEFERS, ASKS},
    COMPONENT: {SAYS, DEFERS, DEFERS_UPDATE, UPDATES, ASKS},
    SUGGESTING: {SUGGESTS},
    SUBMIT: {SAYS, DEFERS, DEFERS_UPDATE, UPDATES},
}


async def _callback(call):
    interaction = _demand_waiting(call)
    body = call.body or {}
    kind = body.get("type")
    _demand_kind(interaction, kind)
    data = body.get("data") or {}
    _TAKE[kind](interaction, data, call.files)
    interaction.answered = kind
    interaction.ack_s = time.monotonic() - interaction.began
    if call.request.query.get("with_response") not in ("1", "true"):
        return 204, None
    return 200, _response(interaction)


def _demand_waiting(call):
    interaction = call.world.interactions.get(call.request.match_info["token"])
    if interaction is None or interaction.id != call.id("interaction"):
        raise unknown("Interaction", wrong=True)
    if interaction.answered is not None:
        said = "Interaction has already been acknowledged."
        raise RefusedError(400, 40060, said, wrong=not interaction.excused)
    if time.monotonic() - interaction.began > ACK_S:
        raise unknown("Interaction", wrong=not interaction.excused)
    return interaction


def _demand_kind(interaction, kind):
    form = Form()
    allowed = _ALLOWED[interaction.kind]
    if interaction.source is None:
        allowed = allowed - {DEFERS_UPDATE, UPDATES}
    form.one_of("type", kind, sorted(allowed))
    form.check()


def _says(interaction, data, files):
    world = interaction.world
    check_body(world, data, files, hidden=True)
    flags = data.get("flags") or 0
    interaction.original = posted(world, interaction.channel, data, files, flags=flags,
                                  only_for=_only_for(interaction, flags), interaction=interaction)  # fmt: skip


def _defers(interaction, data, files):
    flags = (data.get("flags") or 0) & EPHEMERAL
    message = Message(interaction.world.new_id(), interaction.channel, interaction.world.bot, [State()],
                      flags=flags | LOADING, only_for=_only_for(interaction, flags),
                      interaction=interaction)  # fmt: skip
    interaction.original = appended(interaction.world, message)


def _only_for(interaction, flags):
    return interaction.user if flags & EPHEMERAL else None


def _defers_update(interaction, data, files):
    interaction.original = interaction.source


def _updates(interaction, data, files):
    if interaction.source.deleted:
        raise unknown("Message")
    check_body(interaction.world, data, files, edit=True)
    edited(interaction.world, interaction.source, data, files)
    interaction.original = interaction.source


def _suggests(interaction, data, files):
    form = Form()
    focused = next(one for one in interaction.data["options"] if one.get("focused"))
    check_choices(form, "data.choices", data.get("choices"), focused.get("type", STRING))
    form.check()
    interaction.choices = data["choices"]


def _asks(interaction, data, files):
    interaction.modal = Modal(interaction, data, check_modal(data))


class Modal:
    """A form that a person sees; `inputs` are its questions with their labels."""

    def __init__(self, interaction, data, inputs):
        self.interaction, self.inputs = interaction, inputs
        self.custom_id, self.title = data["custom_id"], data["title"]

    def input(self, name):
        """The question of that custom id or label."""
        for one in self.inputs:
            if name in (one["custom_id"], one["label"]):
                return one
        raise AssertionError(f"no input {name!r} among {[one['custom_id'] for one in self.inputs]}")


_TAKE = {SAYS: _says, DEFERS: _defers, DEFERS_UPDATE: _defers_update, UPDATES: _updates,
         SUGGESTS: _suggests, ASKS: _asks}  # fmt: skip


def _response(interaction):
    about = {"id": str(interaction.id), "type": interaction.kind}
    message = interaction.original
    if message is None:
        return {"interaction": about}
    about |= {"response_message_id": str(message.id), "response_message_loading": message.loading,
              "response_message_ephemeral": message.only_for is not None}  # fmt: skip
    answer = {"interaction": about}
    if interaction.answered in (SAYS, UPDATES):
        shown = message.json(interaction.world)
        answer["resource"] = {"type": interaction.answered, "message": shown}
    return answer


ROUTES = (("POST", "/interactions/{interaction}/{token}/callback", _callback),)
