"""A person's orders as lines: those that are open with their places, and what became of others."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Caller
from bot.conversation.deeds import shortened
from bot.conversation.means import Means
from bot.conversation.queueing import place_in_line, state_name
from bot.conversation.standing import cover_of
from bot.conversation.times import span
from bot.conversation.words import Words
from pipeline.domain.job import Failed, Job, is_open
from pipeline.domain.operation import kind_of
from pipeline.domain.outcome import DeliveryState, Receipt
from pipeline.domain.standing import Standing

_TITLE = 40
_REASON = 140
"""Characters of why something failed: all of it was said when it did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order with its cover's title, which is empty where the cover was deleted.

    `current` is the version that its cover stands at; `standing` is for an open job.
    """

    job: Job
    title: str
    current: str | None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """Somebody's orders: those that wait or run, the first to be done first, and `ended` others."""

    waiting: tuple[Order, ...]
    ended: tuple[Order, ...]
    paused: bool


async def orders(means: Means, caller: Caller, *, ended: int) -> Orders:
    """The caller's open orders, and the last few that ended, newest first."""
    overview = await means.studio.overview()
    standings = means.studio.standings(overview)
    mine = [line.job for line in overview.lines if line.person == caller.person.id]
    found = [await means.studio.job(caller.person, job) for job in mine]
    waiting = sorted((job for job in found if is_open(job)), key=lambda job: _place(job, standings))
    newest = await means.studio.jobs(caller.person, limit=len(mine) + ended) if ended else ()
    others = [job for job in newest if not is_open(job)][:ended]
    return Orders(
        waiting=tuple([await order(means, caller, job, standings) for job in waiting]),
        ended=tuple([await order(means, caller, job) for job in others]),
        paused=overview.paused,
    )


def _place(job: Job, standings: Mapping[str, Standing]) -> tuple[int, float]:
    standing = standings.get(job.id)
    return (standing.position if standing else 0, job.ordered_at.timestamp())


async def order(
    means: Means, caller: Caller, job: Job, standings: Mapping[str, Standing] | None = None
) -> Order:  # fmt: skip
    """A job with what its cover is called."""
    standing = (standings or {}).get(job.id)
    cover = await cover_of(means, caller, job)
    if cover is None:
        return Order(job=job, title="", current=None, standing=standing)
    return Order(job=job, title=cover.brief.title, current=cover.head.current, standing=standing)


def name(order: Order, words: Words) -> str:
    """What was ordered: `covers for “Small Hours”`."""
    what = words.say(f"kind-of-{kind_of(order.job.operation)}")
    return words.say("chat-order-name", what=what, title=shortened(order.title, _TITLE))


def progress(order: Order, words: Words, *, paused: bool = False) -> str:
    """How an open order stands."""
    standing, step = order.standing, order.job.step
    if standing is None:
        return words.say(f"job-state-{state_name(order.job.state)}")
    if standing.position and paused:
        return words.say("chat-order-paused")
    place = place_in_line(standing, words)
    if step is None or standing.position:
        return place
    eta = "" if standing.eta_s is None else span(standing.eta_s, words)
    return words.say("chat-order-step", step=words.say(f"progress-{step.doing}"), eta=eta,
                     done=step.done, total=step.total)  # fmt: skip


def end(order: Order, receipt: Receipt | None, words: Words) -> str:
    """What became of an order, and where its result is."""
    state = order.job.state
    if isinstance(state, Failed):
        reason = chat_sentence(state.fault.error, words)
        return words.say("chat-order-failed", reason=shortened(reason, _REASON))
    if receipt and receipt.state is DeliveryState.GIVEN_UP:
        return _not_brought(receipt, words)
    if receipt and receipt.state is DeliveryState.PENDING and receipt.fault:
        return words.say("chat-order-sent-later")
    return words.say(f"job-state-{state_name(state)}")


def _not_brought(receipt: Receipt, words: Words) -> str:
    """A result that its platform would not take, for good; only versions outlive that."""
    why = receipt.fault.code if receipt.fault else "delivery-spent"
    kept = bool(receipt.parcel.versions)
    return words.say("chat-order-kept" if kept else "chat-order-not-kept", why=why)


def shows(order: Order, receipt: Receipt | None) -> str | None:
    """The version that shows what came of an order: the one it made, else where its cover stands."""
    made = receipt.parcel.versions if receipt else ()
    return made[0].id if len(made) == 1 else order.current
