"""What a person did, and what the bot has made of it so far."""

import secrets
import time

from tests.discord.loopback.world import DIRECT, GROUP

COMMAND, COMPONENT, SUGGESTING, SUBMIT = 2, 3, 4, 5
SAYS, DEFERS, DEFERS_UPDATE, UPDATES, SUGGESTS, ASKS = 4, 5, 6, 7, 8, 9
ACK_S, TOKEN_S = 3.0, 15 * 60
MOST_FOLLOWUPS = 5
"""Of an app that only a person has installed, for one interaction."""


class Interaction:
    """One press, command or form. `answered` is the type of the first response, None before it."""

    def __init__(self, world, kind, user, channel, data, *, source=None, parent=None):
        self.world, self.kind, self.user, self.channel, self.data = world, kind, user, channel, data
        self.source, self.parent = source, parent
        self.id, self.token = world.new_id(), secrets.token_urlsafe(80)
        self.began, self.ends = time.monotonic(), world.now() + TOKEN_S
        self.answered = self.ack_s = self.modal = self.original = None
        self.choices, self.followups = [], []
        self.expired = self.excused = False
        self.states_before = len(source.states) if source else 0
        world.interactions[self.token] = self

    @property
    def by_guild(self):
        """Whether the app is there by the guild, and not only by the person."""
        guild = self.channel.guild
        return guild is not None and guild.with_bot

    @property
    def message(self):
        """The answer: what was said, or the message that was pressed as it is now."""
        return self.original

    @property
    def said(self):
        """All messages that came of it, the answer first."""
        new = [self.original] if self.answered in (SAYS, DEFERS) and self.original else []
        return [one for one in [*new, *self.followups] if not one.deleted]

    @property
    def turned(self):
        """The pressed message, if it shows something else since."""
        source = self.source
        return source if source and len(source.states) > self.states_before else None

    @property
    def text(self):
        """All words that came of it."""
        return "\n".join(one.text for one in self.said)

    @property
    def live(self):
        return not self.expired and self.world.now() < self.ends

    def expire(self):
        """Let its token be worth nothing, long before its time."""
        self.expired = True

    def metadata(self):
        return {"id": str(self.id), "type": self.kind, "user": self.user.json(),
                "authorizing_integration_owners": self._owners()}  # fmt: skip

    def _owners(self):
        owners = {"1": str(self.user.id)}
        return {"0": str(self.channel.guild.id)} | owners if self.by_guild else owners

    def json(self):
        """What the gateway tells the bot."""
        world, channel = self.world, self.channel
        body = {
            "id": str(self.id), "application_id": str(world.application), "type": self.kind,
            "data": self.data, "token": self.token, "version": 1, "locale": self.user.locale,
            "channel_id": str(channel.id), "channel": channel.json(), "entitlements": [],
            "authorizing_integration_owners": self._owners(), "app_permissions": "562949953601536",
            "context": {DIRECT: 1, GROUP: 2}.get(channel.kind, 0),
            "attachment_size_limit": world.filesize_limit,
        }  # fmt: skip
        if self.source is not None:
            body["message"] = self.source.json(world)
        if channel.guild is None:
            return body | {"user": self.user.json()}
        guild = channel.guild
        return body | {
            "guild_id": str(guild.id), "guild_locale": guild.locale,
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
            "channel": channel.json() | {"permissions": "2248473465835073"},
            "member": guild.member(self.user, permissions="2248473465835073"),
        }  # fmt: skip
