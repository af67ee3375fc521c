"""How a person's orders stand, and taking them back."""

from datetime import timedelta

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Hints, Says, Turns
from pipeline.domain.job import Cancelled, Fault, Queued, is_open
from pipeline.domain.operation import Export, Vary
from pipeline.domain.outcome import delivery_of
from pipeline.domain.step import Doing, Step
from tests.conversation.place import Place, button, buttons, hint, only, pickers, said
from tests.storage.orders import TOKEN


@pytest.fixture
def place():
    return Place(open_per_person=100)


@pytest.fixture
async def ada(place):
    return await place.somebody()


async def exported(place, who, version):
    """An order for print files that were made."""
    from bot.conversation.caller import Screen, View  # noqa: PLC0415

    caller = who.caller()
    here = caller.address(View(screen=Screen.FILES))
    ticket = await place.studio.order(who.person, version.id, Export(), here, caller.key)
    await place.made(ticket.job, 0, files={"cover.pdf": b"%PDF"})
    return ticket.job


async def given_up(place, job, code="delivery-gone", **facts):
    facts = {"platform": "discord", **facts}
    await place.store.outbox.give_up(delivery_of(job.id), Fault(code=code, facts=facts))


async def five_failures(place, who):
    """Orders that failed for a reason that takes long to say."""
    for _ in range(5):
        job = (await place.ordered(who, title="A title that does not end in time")).job
        near = ", ".join(["science fiction"] * 20)
        await place.failed(job, Fault(code="genre-unknown", facts={"asked": "zzgrx", "near": near}))


async def states(place, who):
    return [job.state for job in await place.studio.jobs(who.person)]


async def test_who_has_ordered_nothing_is_told_how_to_begin(ada):
    message = said(await ada.command("status"))
    assert "/cover" in message.text
    assert button(message, Verb.STATUS) == act(Verb.STATUS, ada.person.id)


async def test_open_orders_stand_with_what_they_are_and_their_places(place, ada):
    for title in ("Small Hours", "Salt Roads"):
        await place.ordered(ada, title=title)
    first, second = said(await ada.command("status")).lines
    assert first == "1. covers for “Small Hours”: number 1 in the queue"
    assert second == "2. covers for “Salt Roads”: number 2 in the queue"


async def test_a_running_order_says_what_is_being_done(place, ada):
    job = (await place.ordered(ada)).job
    await place.store.work.claim(job.id, TOKEN)
    await place.store.work.progress(job.id, TOKEN, Step(done=2, total=5, doing=Doing.DRAWING))
    assert said(await ada.command("status")).lines == (
        "1. covers for “Small Hours”: Drawing the covers, 2 of 5",
    )


async def test_orders_of_a_queue_that_is_paused_say_so(place, ada):
    await place.ordered(ada)
    await place.steward.pause()
    assert "no order starts just now" in said(await ada.command("status")).text


async def test_each_open_order_has_a_button_that_cancels_it_and_shows_the_rest(place, ada):
    first, second = (await place.ordered(ada)).job, (await place.ordered(ada)).job
    message = said(await ada.command("status"))
    answer = only(await ada.press(button(message, Verb.CANCEL, second.id)))
    assert isinstance(answer, Turns)
    assert button(answer.message, Verb.CANCEL).about == first.id
    assert "2. covers for “Small Hours”: cancelled" in answer.message.text


async def test_an_order_that_ended_meanwhile_is_said_so_and_shown_as_it_is(place, ada):
    job = (await place.ordered(ada)).job
    message = said(await ada.command("status"))
    await place.made(job)
    told, turned = await ada.press(button(message, Verb.CANCEL, job.id))
    assert isinstance(told, Hints)
    assert "ended already" in told.text
    assert "on its way to you" in turned.message.text


async def test_nobody_cancels_the_order_of_another(place, ada):
    job = (await place.ordered(ada)).job
    bo = await place.somebody("bo")
    for pressed in (act(Verb.CANCEL, job.id), act(Verb.CANCEL, job.id, "status")):
        assert "somebody else's" in hint(await bo.press(pressed))
    assert "somebody else's" in hint(await bo.command("cancel", job=job.id))
    assert await states(place, ada) == [Queued()]


async def test_the_cancel_button_of_an_orders_own_message_turns_that(place, ada):
    job = (await place.ordered(ada)).job
    answer = only(await ada.press(act(Verb.CANCEL, job.id)))
    assert isinstance(answer, Turns)
    assert "covers for “Small Hours”" in answer.message.text
    assert not answer.message.rows
    assert await states(place, ada) == [Cancelled()]


async def test_what_was_delivered_opens_by_its_button(place, ada):
    job = (await place.ordered(ada)).job
    (version,) = await place.made(job)
    await place.store.outbox.sent(delivery_of(job.id))
    message = said(await ada.command("status"))
    assert "1. covers for “Small Hours”: done" in message.lines
    assert button(message, Verb.PICK) == act(Verb.PICK, version.id)


async def test_a_change_opens_the_version_it_made_and_not_another(place, ada):
    version = await place.cover(ada)
    child = await place.child(ada, version, Vary(count=1))
    await place.studio.back(ada.person, version.id)
    assert button(said(await ada.command("status")), Verb.PICK).about == child.id


async def test_a_failure_says_why_in_a_chats_words(place, ada):
    job = (await place.ordered(ada)).job
    await place.failed(job, Fault(code="work-lost", facts={"attempts": 3}))
    message = said(await ada.command("status"))
    assert "it did not work. This order ended the program" in message.text
    assert not [one for one in buttons(message) if one.act.verb is Verb.PICK]


@pytest.mark.parametrize(
    ("code", "facts", "why"),
    [
        ("delivery-gone", {}, "is gone"),
        ("delivery-refused", {"reason": "no"}, "did not accept it"),
        ("delivery-spent", {"attempts": 10}, "could not be reached"),
    ],
)
async def test_what_could_not_be_delivered_is_kept_and_opens(place, ada, code, facts, why):
    job = (await place.ordered(ada)).job
    (version,) = await place.made(job)
    await given_up(place, job, code, **facts)
    message = said(await ada.command("status"))
    assert "could not be delivered, kept in your history" in message.text
    assert why in message.text
    assert button(message, Verb.PICK).about == version.id


async def test_files_that_could_not_be_delivered_are_ordered_again_from_their_cover(place, ada):
    version = await place.cover(ada)
    await given_up(place, await exported(place, ada, version))
    message = said(await ada.command("status"))
    assert "please order this again" in message.text
    assert button(message, Verb.PICK).about == version.id


async def test_a_result_that_will_be_tried_again_says_so(place, ada):
    job = (await place.ordered(ada)).job
    await place.made(job)
    away = Fault(code="delivery-unavailable", facts={"platform": "discord"})
    later = place.clock.now() + timedelta(seconds=30)
    await place.store.outbox.postpone(delivery_of(job.id), later, away)
    assert "will be tried again" in said(await ada.command("status")).text


async def test_only_the_last_few_that_ended_are_told(place, ada):
    for number in range(7):
        await place.cover(ada, title=f"Book {number}")
    text = said(await ada.command("status")).text
    assert "Book 3" in text
    assert "Book 2" not in text


async def test_twenty_five_orders_are_shown_as_far_as_buttons_go_and_the_rest_counted(place, ada):
    await five_failures(place, ada)
    for number in range(25):
        await place.ordered(ada, title=f"Book {number} with a title that does not end in time")
    message = said(await ada.command("status"))
    assert "17 more are waiting" in message.text
    assert len(message.rows) <= 5
    assert max(len(row) for row in message.rows) <= 5
    assert len(message.text) < 2000
    (picker,) = pickers(said(await ada.command("cancel")))
    assert len(picker.choices) == 25


async def test_an_order_whose_cover_was_deleted_breaks_nothing(place, ada):
    version = await place.cover(ada)
    await place.studio.remove(ada.person, version.cover)
    assert said(await ada.command("status")).title == "Your orders"


async def test_looking_again_turns_the_screen_and_from_elsewhere_adds_one(place, ada):
    again = button(said(await ada.command("status")), Verb.STATUS)
    assert isinstance(only(await ada.press(again)), Turns)
    beside = only(await ada.press(act(Verb.STATUS)))
    assert isinstance(beside, Says)
    assert beside.alone
    bo = await place.somebody("bo")
    assert "somebody else's" in hint(await bo.press(again))


async def test_an_outage_stands_on_top(place, ada):
    await place.steward.announce("Drawing takes longer today.")
    assert said(await ada.command("status")).lines[0] == "⚠ Drawing takes longer today."


async def test_cancel_ends_the_only_order_at_once(place, ada):
    await place.ordered(ada)
    assert "covers for “Small Hours”" in said(await ada.command("cancel")).text
    assert await states(place, ada) == [Cancelled()]


async def test_cancel_asks_which_of_several_and_the_choice_ends_it(place, ada):
    first, _ = (await place.ordered(ada, title="One")).job, await place.ordered(ada, title="Two")
    (picker,) = pickers(said(await ada.command("cancel")))
    assert [choice.label for choice in picker.choices] == [
        "1. covers for “One”", "2. covers for “Two”",
    ]  # fmt: skip
    assert "“One”" in said(await ada.press(picker.act.adding(picker.choices[0].value))).text
    assert not is_open(await place.studio.job(ada.person, first.id))


@pytest.mark.parametrize("option", ["job", "text"])
async def test_cancel_takes_a_number_of_the_status_screen(place, ada, option):
    await place.ordered(ada, title="One")
    await place.ordered(ada, title="Two")
    assert "“Two”" in said(await ada.command("cancel", **{option: "2"})).text


async def test_cancel_takes_all(place, ada):
    for _ in range(3):
        await place.ordered(ada)
    assert "3 orders" in said(await ada.command("cancel", text="all")).text
    assert await states(place, ada) == [Cancelled()] * 3


async def test_cancel_of_nothing_and_of_what_is_not_there_is_told_kindly(ada):
    assert "nothing to cancel" in said(await ada.command("cancel")).text
    assert "no such order" in hint(await ada.command("cancel", job="77"))


async def test_cancel_ends_a_talk_before_any_order(place):
    ada = await place.somebody(platform="telegram", forms=False, private=True)
    await place.ordered(ada)
    await ada.command("cover")
    assert "no more questions" in said(await ada.command("cancel")).text
    assert await states(place, ada) == [Queued()]
    assert "Taken back" in said(await ada.command("cancel")).text


async def test_the_screen_speaks_korean(place):
    hana = await place.somebody("hana", language="ko")
    assert "/표지" in said(await hana.command("status")).text
    job = (await place.ordered(hana, title="바다의 편지")).job
    assert said(await hana.command("status")).lines[0] == "1. 《바다의 편지》 표지: 대기 1번째"
    await place.made(job)
    await given_up(place, job)
    assert "기록에 보관했습니다" in said(await hana.command("status")).text
