"""Whose job starts next: people take turns, and first come first served for each of them.

People with work stand in a ring. Whoever comes joins at the end, whoever is served leaves, and
comes back to the end with their next job. From the moment that somebody's job could start until it
does, everybody else is therefore served at most once, however many jobs or newcomers there are.
Somebody who runs as many jobs as they may is passed over and keeps their place.
"""

from collections.abc import Mapping, Sequence

from pipeline.ports.jobs import Front

Ring = tuple[str, ...]
"""People in the order of their turns, next first."""


def joined(ring: Ring, fronts: Sequence[Front]) -> Ring:
    """The ring with everybody who has work now, newcomers in the order of their orders."""
    waiting = {front.person for front in fronts}
    stayed = tuple(person for person in ring if person in waiting)
    known = set(stayed)
    came = sorted((f for f in fronts if f.person not in known), key=lambda front: front.order)
    return (*stayed, *(front.person for front in came))


def pick(
    ring: Ring, fronts: Sequence[Front], running: Mapping[str, int], most_running: int
) -> Front | None:
    """The job whose turn it is; None when everybody with work runs `most_running` jobs already.

    `ring` is one that those with `fronts` have `joined`; `running` counts jobs by person.
    """
    by_person = {front.person: front for front in fronts}
    free = (person for person in ring if running.get(person, 0) < most_running)
    return next((by_person[person] for person in free if person in by_person), None)


def served(ring: Ring, person: str) -> Ring:
    """The ring after somebody's turn: they come back to its end when they have more work."""
    return tuple(other for other in ring if other != person)
