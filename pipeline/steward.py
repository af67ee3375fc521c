"""The door for whoever runs the place: the queue's switch, bans, quotas, a line about an outage."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from pipeline.domain.job import Address
from pipeline.domain.standing import Overview
from pipeline.ports.covers import People
from pipeline.ports.jobs import Jobs, QueueSwitch
from pipeline.ports.notes import Register

_LINE = "line"
_CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What was decided about an account: `quota_mb` None is everybody's."""

    banned: bool = False
    quota_mb: int | None = None


class Rules:
    """Rules about accounts, by platform and the name there; they outlive being forgotten."""

    def __init__(self, register: Register) -> None:
        """Rules in `register`."""
        self._register = register

    async def rule(self, platform: str, name: str) -> Rule:
        """What holds for an account."""
        text = await self._register.read(_key(platform, name))
        return Rule() if text is None else Rule(**json.loads(text))

    async def decide(self, platform: str, name: str, rule: Rule) -> None:
        """Let `rule` hold for an account from now on."""
        text = None if rule == Rule() else json.dumps(asdict(rule))
        await self._register.write(_key(platform, name), text)


def _key(platform: str, name: str) -> str:
    return f"rule:{platform}:{name}"


class Steward:
    """What only whoever runs the place may do; front ends find out who that is.

    Every method may raise `StorageError`.
    """

    def __init__(
        self, *, switch: QueueSwitch, jobs: Jobs, people: People, register: Register, rules: Rules
    ) -> None:
        """A steward of one store."""
        self._switch = switch
        self._jobs = jobs
        self._people = people
        self._register = register
        self.rules = rules

    async def overview(self) -> Overview:
        """Everything that waits or runs."""
        return await self._jobs.overview()

    async def pause(self) -> None:
        """Let no further job start."""
        await self._switch.pause()

    async def resume(self) -> None:
        """Let jobs start again."""
        await self._switch.resume()

    async def line(self) -> str:
        """What everybody shall know just now, such as an outage; empty most of the time."""
        return await self._register.read(_LINE) or ""

    async def announce(self, line: str) -> None:
        """Let everybody know `line`; an empty one takes it away."""
        await self._register.write(_LINE, line or None)

    async def contact(self) -> str:
        """Whom people may ask about this place; empty where nobody said."""
        return await self._register.read(_CONTACT) or ""

    async def name_contact(self, contact: str) -> None:
        """Tell people whom to ask; an empty text takes that away."""
        await self._register.write(_CONTACT, contact or None)

    async def account(self, person: str) -> str:
        """The account of a person, as `discord:123`; empty for who was forgotten."""
        found = await self._people.person(person)
        return f"{found.platform}:{found.name}" if found else ""

    async def addresses(self) -> Sequence[Address]:
        """Where the orders that wait or run will be answered."""
        jobs = [await self._jobs.job(line.job) for line in (await self.overview()).lines]
        return [job.address for job in jobs if job]
