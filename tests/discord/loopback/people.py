"""People who use the bot: they type, press, choose and fill in, and see what a person sees."""

from tests.discord.loopback.calls import Upload
from tests.discord.loopback.filling import (
    command_options,
    demand_allowed,
    modal_values,
    named,
    option_named,
)
from tests.discord.loopback.interactions import (
    ACK_S,
    COMMAND,
    COMPONENT,
    SUBMIT,
    SUGGESTING,
    Interaction,
)
from tests.discord.loopback.messages import Attachment, Message, State
from tests.discord.loopback.posts import appended
from tests.discord.loopback.world import Account

PATIENCE_S = ACK_S + 5.0


class NoAnswerError(AssertionError):
    """The application did not respond."""


class Person:
    """Somebody with a client. Every deed returns its `Interaction` once it was acknowledged."""

    def __init__(self, server, name, locale="en-US"):
        self._server, self._world = server, server.world
        world = server.world
        self.account = Account(world.new_id(), name, locale)
        world.accounts[self.account.id] = self.account
        self.home = None
        """Where commands are typed when nothing else is said."""

    def __repr__(self):
        return f"<{self.account.name}>"

    @property
    def id(self):
        return self.account.id

    @property
    def direct(self):
        """The direct messages with the bot."""
        return self._world.direct(self.account)

    async def runs(self, command, /, *, where=None, **options):
        """Type a slash command with its options, by any of their names."""
        where = where or self.home
        known = named(self._world, command, 1)
        demand_allowed(known, where, self.account)
        given, resolved = command_options(known, options, lambda up: self._uploaded(where, up))
        data = {"id": known["id"], "name": known["name"], "type": 1, "options": given}
        if resolved:
            data["resolved"] = {"attachments": resolved}
        return await self._does(COMMAND, where, data)

    async def types(self, command, option, text, /, *, where=None, **options):
        """Type into an option with suggestions; what is suggested."""
        where = where or self.home
        known = named(self._world, command, 1)
        given, _ = command_options(known, options, None)
        focused = option_named(known, option)
        assert focused.get("autocomplete"), f"{option} has no suggestions"
        given = [one for one in given if one["name"] != focused["name"]]
        given.append(
            {"name": focused["name"], "type": focused["type"], "value": text, "focused": True}
        )
        data = {"id": known["id"], "name": known["name"], "type": 1, "options": given}
        return (await self._does(SUGGESTING, where, data)).choices

    async def uses(self, command, message):
        """Choose a message command on a message."""
        known = named(self._world, command, 3)
        demand_allowed(known, message.channel, self.account)
        target = str(message.id)
        data = {"id": known["id"], "name": known["name"], "type": 3, "target_id": target,
                "resolved": {"messages": {target: message.json(self._world)}}}  # fmt: skip
        return await self._does(COMMAND, message.channel, data)

    async def presses(self, message, label):
        """Press a button, by its label or the beginning of its id."""
        button = message.button(label)
        assert not button.get("disabled"), f"{label} cannot be pressed"
        return await self.touches(message, button)

    async def chooses(self, message, picker, *choices):
        """Choose from a select menu, by labels or values."""
        menu = message.picker(picker)
        return await self.touches(message, menu, [_value(menu, choice) for choice in choices])

    async def touches(self, message, component, values=()):
        """Use a component that the message has, or had when this client last looked."""
        self._sees(message)
        data = {"custom_id": component["custom_id"], "component_type": component["type"]}
        data |= {"values": list(values)} if values else {}
        return await self._does(COMPONENT, message.channel, data, source=message)

    async def fills(self, asked, /, values=None, **more):
        """Fill in the modal of an interaction, by ids or labels; what is left out stays as it is."""
        modal = asked.modal
        assert modal is not None, f"{asked.answered} is no modal: {asked.text}"
        parts = modal_values(modal, (values or {}) | more)
        data = {"custom_id": modal.custom_id, "components": parts}
        return await self._does(SUBMIT, asked.channel, data, source=asked.source, parent=asked)

    def writes(self, channel, text, *uploads):
        """Write a message of one's own."""
        files = tuple(self._attached(channel, upload) for upload in uploads)
        message = Message(
            self._world.new_id(), channel, self.account, [State(text, attachments=files)]
        )
        return appended(self._world, message)

    def _sees(self, message):
        assert not message.deleted, "the message is gone"
        assert message.only_for in (None, self.account), f"{self} does not see {message.text!r}"

    def _uploaded(self, where, upload):
        file = self._attached(where, upload)
        return file, file.json(self._world)

    def _attached(self, channel, upload):
        upload = Upload(*upload)
        file = Attachment(self._world.new_id(), channel, upload.name, upload.content)
        self._world.attachments[file.id] = file
        return file

    async def _does(self, kind, where, data, *, source=None, parent=None):
        interaction = Interaction(self._world, kind, self.account, where, data, source=source, parent=parent)  # fmt: skip
        return await self._server.sends(interaction)


def _value(menu, choice):
    for one in menu["options"]:
        if choice in (one["label"], one["value"]):
            return one["value"]
    raise AssertionError(f"no choice {choice!r} among {[one['label'] for one in menu['options']]}")
