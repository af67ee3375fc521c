"""The front end for Discord, over real sockets against a strict server: what people see."""

import asyncio

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Asks, Hints, Removes, Says, Turns, Works
from bot.conversation.caller import Screen, View
from bot.conversation.form import Field, Form
from bot.conversation.message import Button, Choice, Document, Message, Picker, Picture, Poll
from pipeline.domain.errors import ServiceError
from tests.conversation.place import picture
from tests.discord.stand import says

SHEET = View(screen=Screen.SHEET)
FORM = Form(act=act(Verb.ORDER, "draft12345"), title="A new cover", fields=(
    Field(key="title", label="Title", needed=True, limit=200),
    Field(key="summary", label="Summary", long=True, limit=2000, value="Once."),
))  # fmt: skip


def button(label, verb, *args):
    return Button(label=label, act=act(verb, *args))


async def test_a_command_for_the_person_alone_is_answered_to_nobody_else(server, script, stand):
    script.commands["status"] = says(Says(message=Message(title="Status", lines=("*nothing*",))))
    async with stand.running():
        did = await server.person().runs("status")
        await server.until(lambda: not server.thinking)
    assert did.said[-1].content == "**Status**\n\\*nothing\\*"
    assert did.said[-1].only_for is not None


async def test_large_files_of_one_answer_come_in_messages_of_their_own(server, script, stand):
    def part(number):
        large = Document(source=b"z" * 9_000_000, name=f"part-{number}.zip", size=9_000_000)
        return Says(message=Message(title=f"Part {number}", documents=(large,)), alone=True)

    script.commands["export"] = says(part(1), part(2), part(3))
    async with stand.running():
        did = await server.person().runs("export")
        await server.until(lambda: len(did.said) == 3 and not server.thinking)
    assert [[one.name for one in said.attachments] for said in did.said] == [
        ["part-1.zip"], ["part-2.zip"], ["part-3.zip"],
    ]  # fmt: skip
    assert all(said.only_for is not None for said in did.said)


async def test_a_command_that_lacks_something_opens_a_form(server, script, stand):
    heard = {}

    async def submitted(_means, _caller, pressed, values):
        heard.update(values, about=pressed.about)
        return (Says(message=Message(lines=("Thanks.",))),)

    script.commands["cover"] = says(Asks(form=FORM))
    script.submits[Verb.ORDER] = submitted
    async with stand.running():
        mina = server.person()
        asked = await mina.runs("cover")
        assert asked.modal.title == "A new cover"
        done = await mina.fills(asked, title="The Salt Archive")
        await server.until(lambda: done.said and not done.said[-1].loading)
    assert heard == {"title": "The Salt Archive", "summary": "Once.", "about": "draft12345"}


async def test_a_form_may_be_filled_in_after_a_restart(server, script, stand):
    script.commands["cover"] = says(Asks(form=FORM))
    script.submits[Verb.ORDER] = says(Says(message=Message(lines=("Thanks.",))))
    mina = server.person()
    async with stand.running():
        asked = await mina.runs("cover")
    async with stand.running():
        done = await mina.fills(asked, title="The Salt Archive")
        await server.until(lambda: done.said and done.said[-1].content == "Thanks.")


async def test_a_form_that_comes_too_late_waits_behind_a_button(server, script, stand):
    late = asyncio.Event()

    async def slow(_means, _caller, _options):
        await late.wait()
        return (Asks(form=FORM),)

    script.commands["cover"] = slow
    script.presses[Verb.AMEND] = says(Asks(form=FORM))
    async with stand.running():
        mina = server.person()
        did = await mina.runs("cover")
        late.set()
        shown = await server.until(lambda: did.said and not did.said[-1].loading and did.said[-1])
        assert shown.only_for is mina.account
        again = await mina.presses(shown, "Open the form")
    assert again.modal.title == "A new cover"


async def test_a_press_turns_its_message_and_keeps_the_pictures(server, script, stand):
    art = Picture(source=picture(), name="cover.png", alt="A cover")
    rows = ((button("Next", Verb.STATUS),),)
    script.commands["styles"] = says(
        Says(message=Message(lines=("One",), pictures=(art,), rows=rows))
    )
    script.presses[Verb.STATUS] = says(Turns(message=Message(lines=("Two",))))
    async with stand.running():
        mina = server.person()
        did = await mina.runs("styles")
        first = await server.until(lambda: did.said[-1].labels and did.said[-1])
        await mina.presses(first, "Next")
        await server.until(lambda: first.content == "Two")
    assert len(first.attachments) == 1 and first.components == []


async def test_a_choice_of_a_menu_is_a_press_with_its_value(server, script, stand):
    picked = []

    async def chosen(_means, _caller, pressed):
        picked.append(pressed.args)
        return (Hints(text="Noted."),)

    picker = Picker(act=act(Verb.SETTINGS, "language"), prompt="Language",
                    choices=(Choice(label="한국어", value="ko"), Choice(label="English", value="en")))  # fmt: skip
    script.commands["settings"] = says(Says(message=Message(lines=("Settings",), rows=(picker,))))
    script.presses[Verb.SETTINGS] = chosen
    async with stand.running():
        mina = server.person()
        did = await mina.runs("settings")
        shown = await server.until(lambda: did.said[-1].components and did.said[-1])
        told = await mina.chooses(shown, "Language", "한국어")
        hint = await server.until(lambda: told.said and told.said[-1])
    assert picked == [("language", "ko")]
    assert hint.content == "Noted." and hint.only_for is mina.account


async def test_a_refused_command_is_refused_to_the_person_only(server, script, stand):
    script.commands["cover"] = says(Hints(text="You have no room left."))
    async with stand.running():
        mina = server.person()
        did = await mina.runs("cover", title="Small Hours")
    assert did.text == "You have no room left." and did.message.only_for is mina.account


async def test_what_is_removed_goes_with_a_word_to_the_person(server, script, stand):
    rows = ((button("Delete", Verb.DELETE, "v123456789"),),)
    script.commands["cover"] = says(Says(message=Message(lines=("One",), rows=rows)))
    script.presses[Verb.DELETE] = says(Removes(text="It is gone."))
    async with stand.running():
        mina = server.person()
        did = await mina.runs("cover", title="Small Hours")
        pressed = await mina.presses(did.message, "Delete")
        hint = await server.until(lambda: pressed.said and pressed.said[-1])
    assert did.message.deleted and hint.content == "It is gone."


async def test_a_vote_is_a_native_poll_behind_the_picture(server, script, stand):
    art = Picture(source=picture(), name="cover.png", alt="Four covers")
    poll = Poll(question="Which cover?", answers=("1", "2"), hours=24)
    script.commands["cover"] = says(
        Says(message=Message(lines=("Vote",), pictures=(art,), poll=poll))
    )
    async with stand.running():
        await server.person().runs("cover", title="Small Hours")
        polled = await server.until(
            lambda: server.home.last and server.home.last.poll and server.home.last
        )
    assert polled.poll["question"]["text"] == "Which cover?"
    assert [one.content for one in server.home.messages] == ["Vote", ""]


async def test_an_old_button_of_ours_that_nobody_knows_is_answered(server, script, stand):
    rows = ((button("Old", Verb.STATUS),),)
    script.commands["cover"] = says(Says(message=Message(lines=("One",), rows=rows)))
    async with stand.running():
        mina = server.person()
        did = await mina.runs("cover", title="Small Hours")
        did.message.button("Old")["custom_id"] = "a:zz:gone"
        pressed = await mina.presses(did.message, "Old")
        await server.until(lambda: pressed.said)
    assert pressed.said[-1].only_for is mina.account


async def test_a_bug_is_apologised_for(server, script, stand, caplog):
    async def broken(_means, _caller, _options):
        raise RuntimeError("a secret of somebody's")

    script.commands["status"] = broken
    async with stand.running():
        did = await server.person().runs("status")
        await server.until(lambda: not server.thinking)
    assert "went wrong" in did.said[-1].content
    assert "could not be answered" in caplog.text


async def test_korean_commands_and_words_for_whose_discord_is_korean(server, script, stand):
    async def room(_means, caller, _options):
        return (Says(message=Message(lines=(caller.words.language,))),)

    script.commands["help"] = room
    async with stand.running():
        did = await server.person("미나", "ko").runs("도움말")
        await server.until(lambda: not server.thinking)
    assert did.said[-1].content == "ko"


async def test_an_outage_while_starting_is_waited_out(server, stand, caplog):
    front = stand.front
    server.faults.next("GET /users/@me", status=503)
    with pytest.raises(ServiceError, match="platform-unreachable"):
        await front.open()
    hearing = asyncio.create_task(front.run())
    await server.online()
    await front.hush()
    await hearing
    await front.close()
    assert caplog.text.count("cannot be reached") == 1


async def test_what_takes_its_time_is_said_to_and_comes_in_the_same_place(server, script, stand):
    done = asyncio.get_running_loop().create_future()

    async def work():
        return await done

    works = Works(message=Message(lines=("I am checking it.",)), work=work, cut_off=Message())
    go = Message(lines=("Good.",), rows=((button("Again", Verb.CHECK, "x"),),))
    script.commands["preflight"] = script.presses[Verb.CHECK] = says(works)
    async with stand.running():
        mina = server.person()
        did = await mina.runs("preflight", file=("mine.pdf", b"%PDF"), printer="a5")
        assert server.thinking
        done.set_result(go)
        card = await server.until(lambda: next((m for m in did.said if m.text == "Good."), None))
        assert card.only_for is not None
        done = asyncio.get_running_loop().create_future()
        await mina.presses(card, "Again")
        await server.until(lambda: card.text == "I am checking it.")
        done.set_result(Message(lines=("Better.",)))
        await server.until(lambda: card.text == "Better.")
