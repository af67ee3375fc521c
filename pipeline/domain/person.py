"""Who orders covers: one account of one platform."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a person set for themselves; an empty text means the default.

    `forkable` lets others look at their versions and fork them, `shared` lets others press the
    buttons of their covers, and so add versions to them.
    """

    language: str = ""
    format: str = ""
    genre: str = ""
    forkable: bool = True
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An account: `platform` such as `terminal` or `discord`, and the `name` that it has there.

    `name` is the platform's own id of the account, never shown to others.
    """

    id: str
    platform: str
    name: str
    preferences: Preferences = field(default_factory=Preferences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What went when a person was forgotten: rows of each kind, and blobs nobody else uses."""

    covers: int
    versions: int
    jobs: int
    pictures: int
    picture_bytes: int
