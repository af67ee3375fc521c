"""Ordering a change of a version, and saying that it was accepted; and who may ask for what keeps nothing."""

import contextlib

from bot.conversation.answer import Ordered
from bot.conversation.caller import Caller, View
from bot.conversation.means import Means
from bot.conversation.standing import accepted
from pipeline.domain.errors import QuotaError
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
