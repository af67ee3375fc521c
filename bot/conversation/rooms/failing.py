"""Orders that came to nothing: why, and what to do about it."""

from bot.conversation.act import Act, Verb, act
from bot.conversation.apology import chat_sentence
from bot.conversation.caller import Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Tone
from bot.conversation.rooms.card import ERASE, REPLACE
from bot.conversation.rooms.mending import instead
from bot.conversation.rooms.printing import AGAIN
from bot.conversation.words import Words
from pipeline.domain.errors import (
    ArtiCoverError,
    BriefError,
    LetteringError,
    ModelError,
    PaintError,
    PictureError,
    PrintError,
    RetouchError,
    UpscaleError,
)
from pipeline.domain.job import Failed, Job
from pipeline.domain.operation import (
    EraseText,
    Export,
    FindText,
    Fork,
    Illustrate,
    Letter,
    Paint,
    Print,
    ReplaceText,
    Reroll,
    Upscale,
    Vary,
)
from pipeline.domain.outcome import Parcel

_BY_A_BRIEF = (BriefError, LetteringError, PictureError)
"""What fails again until something else is asked for."""
_BY_LUCK = frozenset(
    {"painter-lost", "painter-late", "painter-resting", "painter-failed", "paint-unsafe",
     "adapters-busy", "adapter-changed", "adapter-missing"}
)  # fmt: skip
"""What the model may well do when it is asked once more, with another seed; the rest it will not."""
_IN_VAIN = frozenset({"retouch-drawn", "retouch-nothing", "detector-extra", "detector-damaged"})
"""What of lettering in pictures is no better for another line, or for being asked once more."""
_BY_ROOM = frozenset({"upscaler-memory", "upscaler-failed", "upscale-disk"})
"""What of enlarging may go well when there is less to do, or with other weights."""
_BY_PLACE = frozenset({"replace-small", "retouch-area", "retouch-nothing"})
"""What no words help at a line of a picture: another line may have room for them."""
_BY_WORDS = "replace-"
"""How codes begin that tell of the words that were asked for, not of what went wrong on the way."""


async def failed(means: Means, words: Words, parcel: Parcel, view: View) -> Message:
    """Why an order came to nothing, and what to do about it."""
    job = parcel.job
    if not isinstance(job.state, Failed):
        raise TypeError(f"job {job.id} has not failed")
    error = job.state.fault.error
    buttons = tuple(_remedies(job, view, error, words))
    return Message(title=words.say("chat-failed-title"), rows=(buttons,) if buttons else (),
                   lines=(chat_sentence(error, words), words.say("chat-failed-next")))  # fmt: skip


def _remedies(job: Job, view: View, error: ArtiCoverError, words: Words) -> list[Button]:
    """Once more, where that may help; without the model; another brief; or back to the cover."""
    buttons: list[Button] = []
    if isinstance(job.operation, ReplaceText) and error.code in _BY_PLACE:
        other = act(Verb.FIND, job.version or "", REPLACE)
        buttons.append(Button(label=words.say("replace-another-line"), act=other, tone=Tone.MAIN))
    elif (again := _again(job, view, error)) and _may_help(error):
        other_words = again.verb is Verb.REWORD and error.code.startswith(_BY_WORDS)
        other = other_words or isinstance(error, PrintError)
        label = words.say("chat-button-change" if other else "chat-button-again")
        buttons.append(Button(label=label, act=again, tone=Tone.MAIN))
    if isinstance(job.operation, Paint) and isinstance(error, PaintError | ModelError):
        buttons.append(instead(job.cover, words, picture=bool(job.operation.picture)))
    if job.version is None:
        label = words.say("chat-button-change-brief")
        buttons.append(Button(label=label, act=act(Verb.AMEND, job.cover)))
    elif not isinstance(job.operation, Fork):
        moving = view.screen is Screen.MOVE
        label = words.say("chat-button-back" if moving else "chat-button-cover")
        back = act(Verb.MOVE, job.version, view.about) if moving else act(Verb.CARD, job.version)
        buttons.append(Button(label=label, act=back))
    return buttons


def _may_help(error: ArtiCoverError) -> bool:
    """Whether the same may go well when it is tried again."""
    if isinstance(error, PaintError | ModelError):
        return error.code in _BY_LUCK
    if isinstance(error, RetouchError):
        return error.code not in _IN_VAIN
    if isinstance(error, UpscaleError):
        return error.code in _BY_ROOM
    return not isinstance(error, _BY_A_BRIEF)


def _again(  # noqa: C901, PLR0911 - one case for each operation
    job: Job, view: View, error: ArtiCoverError
) -> Act | None:  # fmt: skip
    """What orders the same once more, or leads to where that is done."""
    match job.operation:
        case Illustrate() | Letter() | Paint():
            return act(Verb.ORDER, job.cover)
        case Fork(source=source):
            return act(Verb.FORK, source)
        case Vary():
            return act(Verb.VARY, job.version or "")
        case Reroll():
            return act(Verb.IDEA, job.version or "")
        case FindText() if view.about.partition(":")[0] == REPLACE:
            return act(Verb.FIND, job.version or "", REPLACE)
        case FindText() | EraseText():
            return act(Verb.FIND, job.version or "", ERASE)
        case ReplaceText() if view.about:
            return act(Verb.REWORD, job.version or "", view.about)
        case ReplaceText():
            return act(Verb.FIND, job.version or "", REPLACE)
        case Print() if view.about and isinstance(error, PrintError):
            return act(Verb.BOOK, job.version or "", view.about)
        case Print():
            return act(Verb.PRINT, job.version or "", AGAIN)
        case Export() | Upscale():
            return act(Verb.PRINT, job.version or "")
        case _:
            return None
