"""Jobs in words: how they stand, and when they may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.conversation.apology import named
from bot.conversation.times import span
from pipeline.domain.job import Cancelled, Delivered, Done, Failed, Queued, Running

if TYPE_CHECKING:
    from bot.conversation.words import Words
    from pipeline.domain.job import Fault, Job, State
    from pipeline.domain.standing import Standing


def state_name(state: State) -> str:
    """The name of a state, for programs and for the catalogue: `queued`."""
    match state:
        case Queued():
            return "queued"
        case Running():
            return "running"
        case Done():
            return "done"
        case Delivered():
            return "delivered"
        case Failed():
            return "failed"
        case Cancelled():
            return "cancelled"


def place_in_line(standing: Standing, words: Words) -> str:
    """Where an order stands: its position, and the time until it is done where that is known."""
    if standing.position == 0:
        return words.say("standing-running", eta=_eta(standing, words))
    return words.say("standing-waiting", position=standing.position, eta=_eta(standing, words))


def _eta(standing: Standing, words: Words) -> str:
    return "" if standing.eta_s is None else span(standing.eta_s, words)


def state_in_words(job: Job, words: Words) -> str:
    """How a job stands, and why it failed if it did."""
    said = words.say(f"job-state-{state_name(job.state)}")
    if isinstance(job.state, Failed):
        return f"{said}: {reason_of(job.state.fault, words)}"
    return said


def reason_of(fault: Fault, words: Words) -> str:
    """A fault as the sentence that its error would be told with."""
    return words.say(fault.code, **named(fault.facts, words))
