"""Who may order at all: nobody who was banned, and nobody without room for what is made."""

from pipeline.domain.errors import PersonError, QuotaError
from pipeline.domain.person import Person
from pipeline.domain.picture import MEGABYTE
from pipeline.ports.covers import People
from pipeline.steward import Rules


class Admission:
    """Asks the rules about accounts; `quota_mb` megabytes is what has no other rule."""

    def __init__(self, people: People, rules: Rules, quota_mb: int) -> None:
        """Admission to what `people` own."""
        self._people = people
        self._rules = rules
        self._quota_mb = quota_mb

    async def demand_welcome(self, person: Person) -> None:
        """Find out whether the person may change anything here.

        Raises:
            PersonError: `person-banned`.
        """
        if (await self._rules.rule(person.platform, person.name)).banned:
            raise PersonError("person-banned")

    async def demand_room(self, person: Person, owner: str) -> None:
        """Find out whether a person who orders, and the owner of the cover, have room for more.

        Versions are on the account of the cover's owner, results on their way on that of who
        ordered them.

        Raises:
            QuotaError: `quota-full`, `quota-full-owner`.
        """
        used_mb, limit_mb = await self._room(person)
        if used_mb >= limit_mb:
            raise QuotaError("quota-full", used_mb=used_mb, limit_mb=limit_mb)
        host = None if owner == person.id else await self._people.person(owner)
        if host is not None:
            used_mb, limit_mb = await self._room(host)
            if used_mb >= limit_mb:
                raise QuotaError("quota-full-owner")

    async def _room(self, person: Person) -> tuple[int, int]:
        """Megabytes that a person's pictures take, and may take."""
        rule = await self._rules.rule(person.platform, person.name)
        limit_mb = self._quota_mb if rule.quota_mb is None else rule.quota_mb
        return await self._people.usage(person.id) // MEGABYTE, limit_mb
