"""Whoever does what was ordered: nothing is drawn, orders are done with tiny pictures."""

from pipeline.domain.job import Job
from pipeline.domain.operation import Compare, Export, FindText, Illustrate, Letter, Reroll, Vary
from tests.conversation.found import files_of
from tests.conversation.place import picture
from tests.retouching import three_lines
from tests.telegram.stand import Stand

BRIEF = "/cover Title: Small Hours\nGenre: mystery"


async def worked(at: Stand) -> None:
    """Everything that waits, done and delivered."""
    await at.place.steward.resume()  # who presses everything has found the admins' pause
    for line in (await at.place.studio.overview()).lines:
        job = await at.place.store.jobs.job(line.job)
        assert job is not None
        await at.place.made(job, _count(job), files=_files(job))
        await at.deliver(await at.place.parcel(job))


def _count(job: Job) -> int:
    match job.operation:
        case Illustrate() | Letter():
            return 4
        case Vary(count=count) | Reroll(count=count):
            return count
        case operation if type(operation).__name__ in {"Compare", "Export", "FindText", "Sample"}:
            return 0
        case _:
            return 1


def _files(job: Job) -> dict[str, bytes]:
    match job.operation:
        case Illustrate() | Letter() | Vary() | Reroll():
            return {"contact-sheet.png": picture()}
        case Export():
            return {"cover.pdf": b"%PDF-1.7", "cover.png": picture()}
        case Compare():
            return {"comparison.png": picture()}
        case operation if type(operation).__name__ == "Sample":
            return {"samples.png": picture()}
        case FindText():
            return files_of(three_lines())
        case _:
            return {}


async def settled(at: Stand) -> None:
    """Everything that was said is answered, everything that was ordered is delivered."""
    for _ in range(3):
        await at.server.until(lambda: not at.server.updates.waiting)
        await at.front._in_order.rest(20)
        await worked(at)


async def card(at, who, chat=None, text=BRIEF):
    """The card of a cover that was ordered and picked."""
    await who.says(text, chat)
    await settled(at)
    chat = chat or who.chat
    await who.presses(chat.last, "2")
    await settled(at)
    return chat.last
