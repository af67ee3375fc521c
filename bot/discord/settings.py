"""How to reach Discord, and who may run the place there."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscordSettings:
    """The bot's account; an empty `api_base` and `gateway_url` are Discord's own.

    `admins` are ids of people, `admin_roles` ids of roles, that may use `/admin`.
    """

    token: str = field(repr=False)
    api_base: str = ""
    gateway_url: str = ""
    admins: frozenset[int] = frozenset()
    admin_roles: frozenset[int] = frozenset()
