"""Messages and their attachments as they stand, with all that they were before."""

import io
from dataclasses import dataclass, field, replace

from PIL import Image

from tests.discord.loopback.world import Account, Channel, stamp

EPHEMERAL, LOADING, SUPPRESS_EMBEDS, SILENT = 1 << 6, 1 << 7, 1 << 2, 1 << 12


@dataclass(eq=False)
class Attachment:
    """A file on a message, or one that a person put into a command."""

    id: int
    channel: Channel
    name: str
    content: bytes = field(repr=False)
    alt: str | None = None

    @property
    def picture(self):
        """The opened picture; None for other files."""
        try:
            return Image.open(io.BytesIO(self.content))
        except OSError:
            return None

    def json(self, world):
        link = world.link(self)
        known = {"id": str(self.id), "filename": self.name, "size": len(self.content), "url": link,
                 "proxy_url": link, "ephemeral": False}  # fmt: skip
        if self.alt:
            known["description"] = self.alt
        if picture := self.picture:
            known |= {"width": picture.width, "height": picture.height,
                      "content_type": f"image/{picture.format.lower()}"}  # fmt: skip
        return known


@dataclass(frozen=True)
class State:
    """What a message shows at one time."""

    content: str = ""
    embeds: tuple = ()
    attachments: tuple = ()
    components: tuple = ()

    @property
    def empty(self):
        return not (self.content or self.embeds or self.attachments)


@dataclass(eq=False)
class Message:
    """A message; `states` are all that it has shown, the last one is now."""

    id: int
    channel: Channel
    author: Account
    states: list
    flags: int = 0
    poll: dict | None = None
    nonce: str | None = None
    only_for: Account | None = None
    interaction: object = None
    reference: dict | None = None
    deleted: bool = False

    @property
    def now(self):
        return self.states[-1]

    @property
    def content(self):
        return self.now.content

    @property
    def attachments(self):
        return self.now.attachments

    @property
    def text(self):
        """All words: content, and those of the embeds."""
        parts = [self.content]
        for embed in self.now.embeds:
            parts += [embed.get("title"), embed.get("description")]
            parts += [
                part for one in embed.get("fields", ()) for part in (one["name"], one["value"])
            ]
            parts.append((embed.get("footer") or {}).get("text"))
        return "\n".join(part for part in parts if part)

    @property
    def loading(self):
        return bool(self.flags & LOADING)

    @property
    def components(self):
        """Buttons and pickers in their order."""
        return [one for row in self.now.components for one in row["components"]]

    @property
    def labels(self):
        """What stands on the buttons."""
        return [one.get("label", "") for one in self.components if one["type"] == 2]

    def has(self, beginning):
        """Whether a component's id begins so."""
        return any(one.get("custom_id", "").startswith(beginning) for one in self.components)

    def button(self, label):
        """The button of that label, or whose custom id begins so."""
        for one in self.components:
            begins = one.get("custom_id", "").startswith(label)
            if one["type"] == 2 and (one.get("label") == label or begins):
                return one
        raise AssertionError(f"no button {label!r} among {self.labels} of {self.text!r}")

    def picker(self, name):
        """The select menu of that placeholder, or whose custom id begins so."""
        pickers = [one for one in self.components if one["type"] != 2]
        for one in pickers:
            if one.get("placeholder") == name or one["custom_id"].startswith(name):
                return one
        raise AssertionError(f"no picker {name!r} among {pickers}")

    def shows(self, state):
        """Let it show something else from now on."""
        self.flags &= ~LOADING
        self.states.append(state)

    def changed(self, **changes):
        self.shows(replace(self.now, **changes))

    def json(self, world):
        body = {
            "id": str(self.id), "type": 0 if self.interaction is None else 20,
            "channel_id": str(self.channel.id), "author": self.author.json(), "content": self.content,
            "timestamp": stamp(world.now()), "tts": False, "mention_everyone": False, "mentions": [],
            "mention_roles": [], "pinned": False, "flags": self.flags,
            "edited_timestamp": stamp(world.now()) if len(self.states) > 1 else None,
            "attachments": [one.json(world) for one in self.attachments],
            "embeds": [{"type": "rich", **one} for one in self.now.embeds],
            "components": list(self.now.components),
        }  # fmt: skip
        if self.poll:
            body["poll"] = self.poll
        if self.nonce:
            body["nonce"] = self.nonce
        if self.reference:
            body["message_reference"] = self.reference
        if self.author is world.bot and self.interaction is not None:
            body |= {"application_id": str(world.application), "webhook_id": str(world.application),
                     "interaction_metadata": self.interaction.metadata()}  # fmt: skip
        return body
