"""Orders on Discord, over real sockets against a strict server: from the command to the result."""

import asyncio
from dataclasses import replace

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says, Spreads
from bot.conversation.caller import Screen, View
from bot.conversation.message import Button, Message, Picture
from pipeline.domain.job import Cancelled
from tests.conversation.place import picture
from tests.discord.stand import says

SHEET = View(screen=Screen.SHEET)


def button(label, verb, *args):
    return Button(label=label, act=act(verb, *args))


async def test_an_order_is_said_to_be_queued_and_becomes_its_result(server, script, stand):
    script.commands["cover"] = stand.orders(SHEET)
    async with stand.running():
        did = await server.person().runs("cover", title="Small Hours")
        message = await server.until(lambda: server.home.last)
        assert message.content == "Queued."
        await stand.settled()
        await stand.bring(stand.ordered[0], 3)
    assert did.said[-1] is message
    assert message.labels == ["Pick 1", "Pick 2", "Pick 3"]
    assert [one.alt for one in message.attachments] == ["A cover"] * 3
    assert len(server.home.messages) == 1


async def test_filling_twice_leaves_one_message(server, script, stand):
    script.commands["cover"] = stand.orders(SHEET)
    async with stand.running():
        await server.person().runs("cover", title="Small Hours")
        await server.until(lambda: server.home.last)
        await stand.settled()
        await stand.bring(stand.ordered[0])
        await stand.deliver(stand.ordered[0])
    assert len(server.home.messages) == 1
    assert len(server.home.last.attachments) == 1


async def test_the_same_interaction_told_twice_is_answered_once(server, script, stand):
    script.commands["cover"] = stand.orders(SHEET)
    async with stand.running():
        did = await server.person().runs("cover", title="Small Hours")
        await stand.settled()
        server.world.tell("INTERACTION_CREATE", did.json())
        await server.person().runs("cover", title="Another")
        await stand.settled()
    assert len(stand.ordered) == 2 and len(server.home.messages) == 2


async def test_an_order_that_takes_long_to_accept_is_acknowledged_meanwhile(server, script, stand):
    go, order = asyncio.Event(), stand.orders(SHEET)

    async def slow(means, caller, options):
        await go.wait()
        return await order(means, caller, options)

    script.commands["cover"] = slow
    async with stand.running():
        did = await server.person().runs("cover", title="Small Hours")
        assert did.said[-1].loading
        go.set()
        await server.until(lambda: did.said[-1].content == "Queued.")
        await stand.settled()
        await stand.bring(stand.ordered[0])
    assert did.said[-1].labels == ["Pick 1"] and len(server.home.messages) == 1


async def test_what_comes_of_a_private_message_is_private_unless_it_is_made(server, script, stand):
    rows = ((button("Look", Verb.CARD, "v1"), button("Vary", Verb.VARY, "v1")),)
    script.commands["history"] = says(Says(message=Message(lines=("Covers",), rows=rows)))
    script.presses[Verb.CARD] = says(Says(message=Message(lines=("A card.",))))
    script.presses[Verb.VARY] = stand.orders(SHEET)
    async with stand.running():
        mina = server.person()
        did = await mina.runs("history")
        listed = await server.until(lambda: did.said[-1].labels and did.said[-1])
        looked = await mina.presses(listed, "Look")
        await server.until(lambda: looked.said)
        varied = await mina.presses(listed, "Vary")
        await server.until(lambda: varied.said)
        await stand.settled()
        await stand.bring(stand.ordered[0])
    assert looked.said[-1].only_for is mina.account
    assert varied.said[-1].only_for is None and varied.said[-1].labels == ["Pick 1"]


async def test_a_line_for_everybody_reaches_each_chat_once_and_passes_closed_ones(
    server, script, stand
):
    other, gone = server.new_channel("other"), server.new_channel("gone")
    script.commands["cover"] = stand.orders(SHEET)

    async def spread(_means, _caller, _options):
        addresses = tuple(job.address for job in stand.ordered)
        return (Spreads(message=Message(lines=("Back at ten.",)), addresses=addresses),)

    script.commands["help"] = spread
    async with stand.running():
        mina = server.person()
        for where in (gone, other):
            await mina.runs("cover", title="Small Hours", where=where)
        server.delete_channel(gone)
        mina.account.closed = True
        await mina.runs("help")
        await stand.front.hush()
    assert [one.content for one in other.messages] == ["Queued.", "Back at ten."]
    allowed = {"404 10003", "403 50007"}
    server.world.violations = [one for one in server.violations if one.rule not in allowed]


async def test_a_line_for_everybody_that_hangs_ends_with_the_connections(server, script, stand):
    script.commands["cover"] = stand.orders(SHEET)

    async def spread(_means, _caller, _options):
        message = Message(lines=("Back at ten.",))
        return (Spreads(message=message, addresses=(stand.ordered[0].address,)),)

    script.commands["help"] = spread
    async with stand.running():
        mina = server.person()
        await mina.runs("cover", title="Small Hours")
        await stand.settled()
        server.faults.next("POST /channels", slow_s=60, after=True)
        await mina.runs("help")
        await server.until(lambda: server.home.last.content == "Back at ten.")
        async with asyncio.timeout(5):
            await stand.front.close()
        async with asyncio.timeout(5):
            await stand.front.hush()


async def test_progress_is_shown_in_the_orders_message_until_its_result(server, script, stand):
    script.commands["cover"] = stand.orders(SHEET)
    async with stand.running():
        did = await server.person().runs("cover", title="Small Hours")
        await stand.settled()
        board = stand.following._boards["discord"]
        art = Picture(source=picture(), name="preview.png", alt="So far")
        await board.show(stand.ordered[0], Message(lines=("Drawing.",), pictures=(art,)))
        assert did.message.content == "Drawing." and did.message.attachments[0].alt == "So far"
        server.faults.next("PATCH", status=403, times=5)
        await board.show(stand.ordered[0], Message(lines=("Refused.",)))
        server.faults.clear()
        await stand.bring(stand.ordered[0])
    assert [one.alt for one in did.message.attachments] == ["A cover"]
    server.world.violations.clear()


async def test_what_was_seen_of_a_picture_that_was_taken_back_is_not_left(server, script, stand):
    script.commands["cover"] = stand.orders(SHEET)
    async with stand.running():
        did = await server.person().runs("cover", title="Small Hours")
        await stand.settled()
        board, job = stand.following._boards["discord"], stand.ordered[0]
        art = Picture(source=picture(), name="preview.png", alt="So far")
        await board.show(job, Message(lines=("Drawing.",), pictures=(art,)))
        assert did.message.attachments
        await board.show(replace(job, state=Cancelled()), Message(lines=("Taken back.",)))
        assert did.message.attachments == ()
        await stand.bring(job)
