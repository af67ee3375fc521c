"""Ordering a change of a version, and saying that it was accepted; and who may ask for what keeps nothing."""

import contextlib
from collections.abc import Callable

from bot.conversation.answer import Hints, Ordered
from bot.conversation.caller import Caller, View
from bot.conversation.means import Means
from bot.conversation.standing import accepted
from pipeline.domain.errors import QuotaError
from pipeline.domain.job import is_open
from pipeline.domain.operation import Operation
from pipeline.domain.version import Version


async def demand_unbanned(means: Means, caller: Caller) -> None:
    """Find out whether the person may ask for what keeps nothing, and so needs no room.

    Raises:
        PersonError: `person-banned`.
    """
    with contextlib.suppress(QuotaError):
        await means.studio.demand_welcome(caller.person)


async def ordered(
    means: Means, caller: Caller, version: Version, operation: Operation, view: View
) -> Ordered:  # fmt: skip
    """The order is committed when this returns; the same press again gives the same one."""
    ticket = await means.studio.order(
        caller.person, version.id, operation, caller.address(view), caller.key
    )
    return await accepted(means, caller, ticket)


async def ordered_once(
    means: Means, caller: Caller, version: Version, operation: Operation, view: View
) -> Ordered | Hints:
    """The order; or that the very same is being made already, as some take minutes.

    Raises:
        PrintError, UpscaleError, VersionError: what the studio finds about it.
    """
    own = (await means.studio.kin(version.id))[0].brief.format
    asked = means.menu.settled(operation, version.document, own, int)  # none of these has a seed
    if await under_way(means, caller, version, lambda one: one == asked):
        return Hints(text=caller.words.say("print-busy"))
    return await ordered(means, caller, version, operation, view)


async def under_way(
    means: Means, caller: Caller, version: Version, same: Callable[[Operation], bool]
) -> bool:  # fmt: skip
    """Whether such an order for the version is open already: somebody has pressed twice.

    The same press again is the same order.
    """
    return any(
        is_open(job) and job.version == version.id and job.key != caller.key
        and same(job.operation)
        for job in await means.studio.jobs(caller.person)
    )  # fmt: skip
