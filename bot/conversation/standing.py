"""How an order stands, as the one message that is edited until the result takes its place."""

from collections.abc import Sequence

from bot.conversation.act import Verb, act
from bot.conversation.answer import Ordered
from bot.conversation.books import as_on
from bot.conversation.caller import Caller
from bot.conversation.chat_deeds import chat_deed
from bot.conversation.deeds import shortened
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Picture
from bot.conversation.naming import genre_named
from bot.conversation.outage import with_line
from bot.conversation.times import span
from bot.conversation.words import Words
from pipeline.domain.errors import StorageError, VersionError
from pipeline.domain.genre import Genre
from pipeline.domain.job import Cancelled, Job, Queued, Running, is_open
from pipeline.domain.operation import Illustrate, Letter, Paint, Reroll, Vary
from pipeline.domain.standing import Standing
from pipeline.domain.step import Step
from pipeline.domain.version import Cover
from pipeline.studio import Ticket

TITLE = 80
"""Characters of a book's title that a message about it repeats."""
_BAR = 8
_WHAT = 200
_GRAINS = ((20.0, 5), (60.0, 10), (120.0, 20), (600.0, 60), (7200.0, 300))
"""Below so many seconds, a time is told to so many: what changes all the time is not worth it."""


async def accepted(means: Means, caller: Caller, ticket: Ticket) -> Ordered:
    """What is said to a committed order: what is made, its place in the queue, how to cancel."""
    try:
        message = await _accepted(means, caller, ticket.job)
    except StorageError:  # committed it is, and nothing else must be said about it
        message = stands(ticket.job, None, None, caller.words, genres=means.genres)
    return Ordered(ticket=ticket, message=message)


async def _accepted(means: Means, caller: Caller, job: Job) -> Message:
    cover = await cover_of(means, caller, job)
    overview = await means.studio.overview()
    standing = means.studio.standings(overview).get(job.id)
    message = stands(job, cover, standing, caller.words, paused=overview.paused,
                     genres=means.genres)  # fmt: skip
    return await with_line(means, caller.words, message)


async def cover_of(means: Means, caller: Caller, job: Job) -> Cover | None:
    """The cover that a job of the caller's is about, called as the version is that was changed.

    None where it is gone, or somebody else's, who lets others add to it.

    Raises:
        StorageError: when it cannot be read.
    """
    try:
        cover = await means.studio.cover(caller.person, job.cover)
    except VersionError:
        return None
    try:
        version = await means.studio.version(caller.person, job.version) if job.version else None
    except VersionError:  # a fork of what is not to be seen any more
        return cover
    return as_on(cover, version)


def stands(
    job: Job, cover: Cover | None, standing: Standing | None, words: Words, *,
    genres: Sequence[Genre], paused: bool = False,
) -> Message:  # fmt: skip
    """How a job stands; `cover` is the one that it is about, as far as it may be told."""
    title = words.say("chat-work-title", title=shortened(cover.brief.title, TITLE)) if cover else ""
    state = _state(job, standing, words, paused=paused)
    rows = ((_cancel(job, words),),) if is_open(job) else ()
    lines = (_what(job, cover, words, genres), state)
    return Message(title=title, lines=tuple(line for line in lines if line), rows=rows)


def preview(step: Step, words: Words) -> Picture:
    """What there is so far of a running job's picture."""
    return Picture(source=step.preview, name="preview.png", alt=words.say("chat-work-preview"))


def _cancel(job: Job, words: Words) -> Button:
    return Button(label=words.say("chat-button-cancel"), act=act(Verb.CANCEL, job.id))


def _what(job: Job, cover: Cover | None, words: Words, genres: Sequence[Genre]) -> str:
    """What is being made, with the seed that makes it again."""
    match job.operation:
        case Illustrate(seed=seed) | Letter(seed=seed) | Paint(seed=seed) if cover is not None:
            form = cover.brief.format
            return words.say(
                "chat-work-covers", count=cover.brief.options, seed=str(seed),
                genre=shortened(genre_named(cover.brief.genre, genres, words)),
                format=_shape(form.english, form.korean, words),
            )  # fmt: skip
        case Vary(count=count, seed=seed):
            return words.say("chat-work-variations", count=count, seed=str(seed))
        case Reroll(count=count, seed=seed):
            return words.say("chat-work-ideas", count=count, seed=str(seed))
        case operation:
            return shortened(words.say("chat-work-other", deed=chat_deed(operation, words)), _WHAT)


def _shape(english: str, korean: str, words: Words) -> str:
    return korean if words.language == "ko" else english


def _state(job: Job, standing: Standing | None, words: Words, *, paused: bool) -> str:
    match job.state:
        case Cancelled():
            return words.say("chat-work-cancelled")
        case Queued() if paused:
            return words.say("chat-work-paused")
        case Queued():
            position = standing.position if standing else 0
            return words.say("chat-work-waiting", position=position, eta=_eta(standing, words))
        case Running():
            eta = _eta(standing, words)
            return (
                _step(job.step, eta, words) if job.step else words.say("chat-work-begun", eta=eta)
            )
        case _:
            return words.say("chat-work-ended")


def _step(step: Step, eta: str, words: Words) -> str:
    full = round(_BAR * step.done / step.total) if step.total else 0
    return words.say("chat-work-step", bar="▰" * full + "▱" * (_BAR - full),
                     doing=words.say(f"progress-{step.doing}"), eta=eta)  # fmt: skip


def _eta(standing: Standing | None, words: Words) -> str:
    """The time that is left, coarsely."""
    return "" if standing is None or standing.eta_s is None else coarsely(standing.eta_s, words)


def coarsely(seconds: float, words: Words) -> str:
    """A time that was foreseen, rounded up to what it is worth."""
    grain = next((grain for below, grain in _GRAINS if seconds < below), 1800)
    return span(max(1, -(-seconds // grain)) * grain, words)
