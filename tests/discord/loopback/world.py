"""What exists on the loopback Discord: accounts, guilds, channels, and everything wrong so far."""

import asyncio
import hashlib
import hmac
import itertools
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

EPOCH_MS = 1_420_070_400_000
TEXT, DIRECT, GROUP, THREAD = 0, 1, 3, 11
ALL_PERMISSIONS = 0x3FFFFFFFFFFFF
MIB = 1024 * 1024
_SECRET = b"loopback"


@dataclass(frozen=True)
class Violation:
    """A rule that the bot broke, in which request."""

    rule: str
    what: str


@dataclass(eq=False)
class Account:
    """A person, or the bot."""

    id: int
    name: str
    locale: str = "en-US"
    bot: bool = False
    closed: bool = False
    """Takes no direct messages."""

    def json(self):
        return {"id": str(self.id), "username": self.name, "discriminator": "0", "avatar": None,
                "global_name": self.name, "bot": self.bot, "flags": 0, "public_flags": 0}  # fmt: skip


@dataclass(eq=False)
class Guild:
    """A server; `with_bot` says whether the bot is a member."""

    id: int
    name: str
    owner: Account
    locale: str = "en-US"
    with_bot: bool = True
    members: set = field(default_factory=set)

    def json(self, bot, channels):
        everyone = {"id": str(self.id), "name": "@everyone", "permissions": str(ALL_PERMISSIONS),
                    "color": 0, "hoist": False, "position": 0, "managed": False, "flags": 0,
                    "mentionable": False}  # fmt: skip
        return {
            "id": str(self.id), "name": self.name, "owner_id": str(self.owner.id), "features": [],
            "preferred_locale": self.locale, "roles": [everyone], "emojis": [], "stickers": [],
            "premium_tier": 0, "member_count": len(self.members) + 1, "unavailable": False,
            "joined_at": stamp(time.time()), "large": False, "voice_states": [], "presences": [],
            "members": [self.member(bot)], "threads": [], "stage_instances": [],
            "guild_scheduled_events": [], "soundboard_sounds": [],
            "channels": [c.json() for c in channels if c.kind == TEXT],
        }  # fmt: skip

    def member(self, account, **more):
        return {"user": account.json(), "roles": [], "joined_at": stamp(time.time()), "flags": 0,
                "deaf": False, "mute": False, "nick": None, "avatar": None, "pending": False} | more  # fmt: skip


@dataclass(eq=False)
class Channel:
    """A place for messages. `refused` names what the bot may not do there."""

    id: int
    kind: int
    name: str = ""
    guild: Guild | None = None
    people: tuple = ()
    gone: bool = False
    refused: set = field(default_factory=set)
    everything: list = field(default_factory=list)

    @property
    def messages(self):
        """What everybody sees, oldest first."""
        return [one for one in self.everything if not one.deleted and one.only_for is None]

    @property
    def last(self):
        return self.messages[-1] if self.messages else None

    def json(self):
        known = {"id": str(self.id), "type": self.kind, "last_message_id": None, "flags": 0}
        if self.guild is None:
            named = {"name": self.name} if self.kind == GROUP else {}
            return known | named | {"recipients": [one.json() for one in self.people]}
        return known | {"guild_id": str(self.guild.id), "name": self.name, "position": 0, "topic": None,
                        "nsfw": False, "parent_id": None, "permission_overwrites": [],
                        "rate_limit_per_user": 0}  # fmt: skip


class World:
    """Everything that there is, and the bell that rings whenever some of it changes."""

    def __init__(self, *, filesize_limit=10 * MIB, link_s=3600):
        self._numbers = itertools.count()
        self._bell = asyncio.Event()
        self.filesize_limit, self.link_s = filesize_limit, link_s
        self.refused_above = None
        """Files above it are refused although a larger limit is announced."""
        self.ahead_s = 0.0
        self.url = self.gateway_url = ""
        self.tell = self._deaf
        self.bot = Account(self.new_id(), "ArtiCover", bot=True)
        self.application = self.bot.id
        self.accounts, self.guilds, self.channels = {self.bot.id: self.bot}, {}, {}
        self.messages, self.attachments, self.interactions = {}, {}, {}
        self.commands, self.synced = [], 0
        self.violations = []

    def _deaf(self, event, data, intent=0, guild=None):
        """Until there is a gateway."""
        return False

    def now(self):
        """Seconds since 1970 by this server's clock, which a test may put forward."""
        return time.time() + self.ahead_s

    def new_id(self):
        ms = int(time.time() * 1000) - EPOCH_MS
        return (ms << 22) | (next(self._numbers) & 0x3FFFFF)

    def violated(self, rule, what):
        self.violations.append(Violation(rule, what))
        self.ring()

    def ring(self):
        """Let everybody who waits for something look again."""
        self._bell.set()
        self._bell = asyncio.Event()

    async def until(self, finds, limit_s=20.0):
        """What `finds()` returns as soon as it is something."""
        async with asyncio.timeout(limit_s):
            while not (found := finds()):
                await self._bell.wait()
            return found

    def direct(self, account):
        """The direct messages between somebody and the bot."""
        for channel in self.channels.values():
            if channel.kind == DIRECT and channel.people == (account,):
                return channel
        return self.add(Channel(self.new_id(), DIRECT, people=(account,)))

    def add(self, channel):
        self.channels[channel.id] = channel
        return channel

    def link(self, attachment):
        """A signed link that works for a while only."""
        now = int(self.now())
        path = f"attachments/{attachment.channel.id}/{attachment.id}/{attachment.name}"
        until = f"{int(now + self.link_s):x}"
        return f"{self.url}/cdn/{path}?ex={until}&is={now:x}&hm={signature(path, until)}"


def signature(path, until):
    """What makes a link to `path` good until then."""
    return hmac.new(_SECRET, f"{path}:{until}".encode(), hashlib.sha256).hexdigest()


def stamp(seconds):
    return datetime.fromtimestamp(seconds, UTC).isoformat()
