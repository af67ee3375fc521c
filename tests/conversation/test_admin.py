"""What only whoever runs the place may do."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says, Spreads
from bot.conversation.rooms.command_line import Account, Action, read_account, read_asked
from pipeline.domain.errors import PersonError, QuotaError
from pipeline.steward import Rule
from tests.conversation.place import Place, button, buttons, hint, only, said
from tests.storage.orders import TOKEN


@pytest.fixture
def place():
    return Place(open_per_person=100)


@pytest.fixture
async def root(place):
    return await place.somebody("900", admin=True)


@pytest.fixture
async def ada(place):
    return await place.somebody("123")


async def paused(place):
    return (await place.steward.overview()).paused


@pytest.mark.parametrize("action", Action)
async def test_others_are_refused_politely_whatever_they_ask(place, ada, action):
    assert "Only whoever runs this bot" in hint(await ada.command("admin", action=action))
    assert "Only whoever runs this bot" in hint(await ada.press(act(Verb.ADMIN, action)))
    assert not await paused(place)


async def test_the_queue_tells_who_waits_and_runs_and_how_long_things_take(place, root, ada):
    first = (await place.ordered(ada)).job
    await place.ordered(ada)
    await place.store.work.claim(first.id, TOKEN)
    place.clock.pass_(90)
    message = said(await root.command("admin", action="queue"))
    assert "1 at work, 1 waiting, 0 on the way to people" in message.lines
    assert "covers for discord:123: at work; ordered 90 s ago" in message.lines
    assert "covers for discord:123: number 1 in the queue; ordered 90 s ago" in message.lines


async def test_mean_times_and_what_is_undelivered_are_told(place, root, ada):
    job = (await place.ordered(ada)).job
    await place.made(job)
    text = said(await root.command("admin", action="queue")).text
    assert "0 at work, 0 waiting, 1 on the way to people" in text
    assert "On average: covers under a second" in text


async def test_a_long_queue_is_cut_and_counted(place, root, ada):
    for _ in range(25):
        await place.ordered(ada)
    message = said(await root.command("admin", action="queue"))
    assert "… and 10 more" in message.lines
    assert len(message.text) < 2000


async def test_an_order_of_somebody_who_is_forgotten_breaks_nothing(place, root, ada):
    await place.ordered(ada)
    await place.studio.forget(ada.person)
    assert "0 waiting" in said(await root.command("admin", action="queue")).text


async def test_pause_and_resume_by_command_and_by_button(place, root):
    message = said(await root.command("admin", action="pause"))
    assert await paused(place)
    turned = said(await root.press(button(message, Verb.ADMIN, "resume")))
    assert not await paused(place)
    await root.press(button(turned, Verb.ADMIN, "pause"))
    assert await paused(place)
    await root.command("admin", action="resume")
    assert not await paused(place)


async def test_drain_pauses_and_says_how_many_still_run_until_none_does(place, root, ada):
    job = (await place.ordered(ada)).job
    await place.store.work.claim(job.id, TOKEN)
    assert "One order still runs" in said(await root.command("admin", action="drain")).text
    await place.studio.cancel(ada.person, job.id)
    message = said(await root.command("admin", action="drain"))
    assert "can be stopped now" in message.text
    assert await paused(place)
    assert "0 at work" in said(await root.press(button(message, Verb.ADMIN, "queue"))).text


@pytest.mark.parametrize("account", ["123", "discord:123", "<@123>", "<@!123>", " Discord:123 "])
async def test_a_ban_holds_at_once_and_is_taken_back(place, root, ada, account):
    await root.command("admin", action="ban", account=account)
    with pytest.raises(PersonError):
        await place.ordered(ada)
    await root.command("admin", action="unban", account=account)
    await place.ordered(ada)


async def test_nobody_bans_themselves_by_mistake(place, root):
    assert "That is you" in said(await root.command("admin", action="ban", account="900")).text
    assert await place.steward.rules.rule("discord", "900") == Rule()


@pytest.mark.parametrize("account", ["", "@ada", "mastodon:1", "Ada Wren"])
@pytest.mark.parametrize("action", ["ban", "unban", "quota"])
async def test_who_cannot_be_found_is_asked_for(root, action, account):
    said_ = said(await root.command("admin", action=action, account=account, value="5")).text
    assert "discord:ID" in said_


async def test_a_quota_holds_at_once_is_kept_beside_a_ban_and_taken_back(place, root, ada):
    await place.cover(ada)
    await root.command("admin", action="ban", account="123")
    await root.command("admin", action="quota", account="123", value="0")
    assert await place.steward.rules.rule("discord", "123") == Rule(banned=True, quota_mb=0)
    await root.command("admin", action="unban", account="123")
    with pytest.raises(QuotaError):
        await place.ordered(ada)
    assert "as everybody" in said(
        await root.command("admin", action="quota", account="123", value="default")
    ).text  # fmt: skip
    await place.ordered(ada)


@pytest.mark.parametrize("value", ["", "much", "-5", "5.5", "99999999"])
async def test_a_quota_that_is_no_size_changes_nothing(place, root, value):
    text = said(await root.command("admin", action="quota", account="123", value=value)).text
    assert "megabytes" in text
    assert await place.steward.rules.rule("discord", "123") == Rule()


async def test_a_broadcast_stands_on_top_and_is_said_once_in_every_chat_that_waits(place, root):
    ada = await place.somebody("123", room="one")
    bo = await place.somebody("124", room="two")
    hana = await place.somebody("125", room="three", language="ko")
    for who in (ada, ada, bo, hana):
        await place.ordered(who)
    told, english, korean = await root.command("admin", action="broadcast", value="Slow today.")
    assert "3 chats" in told.message.text
    assert isinstance(english, Spreads)
    assert isinstance(korean, Spreads)
    assert (len(english.addresses), len(korean.addresses)) == (2, 1)
    assert english.message.text == "⚠ Slow today."
    assert said(await ada.command("status")).lines[0] == "⚠ Slow today."


async def test_a_broadcast_while_nobody_waits_reaches_who_comes(place, root, ada):
    assert "No chat waits" in said(await root.command("admin", action="broadcast", value="Hi")).text
    assert said(await ada.command("help")).lines[0] == "⚠ Hi"


async def test_a_broadcast_without_words_takes_the_line_away(place, root, ada):
    await root.command("admin", action="broadcast", value="Slow today.")
    await root.command("admin", action="broadcast")
    assert "Slow" not in said(await ada.command("help")).text
    assert await place.steward.line() == ""


async def test_a_contact_is_named_by_help_until_it_is_taken_away(root, ada):
    await root.command("admin", action="contact", value="Mara")
    assert "Run by Mara" in said(await ada.command("help")).text
    await root.command("admin", action="contact")
    assert "Mara" not in said(await ada.command("help")).text


@pytest.mark.parametrize(
    ("text", "action", "account", "value"),
    [
        ("", Action.QUEUE, None, ""),
        ("ban 123", Action.BAN, Account(platform="telegram", name="123"), ""),
        ("BAN   discord:7", Action.BAN, Account(platform="discord", name="7"), ""),
        ("차단해제\n123", Action.UNBAN, Account(platform="telegram", name="123"), ""),
        ("quota 123 500 MB", Action.QUOTA, Account(platform="telegram", name="123"), "500 MB"),
        ("broadcast Drawing  is slow", Action.BROADCAST, None, "Drawing is slow"),
        ("공지 오늘은 늦어요", Action.BROADCAST, None, "오늘은 늦어요"),
        ("dance", None, None, ""),
    ],
)
def test_a_line_of_text_is_read_forgivingly(text, action, account, value):
    asked = read_asked({"text": text}, "telegram")
    assert (asked.action, asked.account, asked.value) == (action, account, value)


def test_a_size_may_have_its_unit():
    assert read_asked({"text": "quota 1 500 mb"}, "telegram").megabytes == 500
    assert read_asked({"text": "한도 1 기본"}, "telegram").default


def test_what_is_no_account_is_none():
    for text in ("", "x", "<@x>", "discord:", "discord:1 2", "١٢٣x", "name:1"):
        assert read_account(text, "discord") is None


async def test_who_asks_for_nothing_known_is_shown_what_there_is(root):
    text = said(await root.command("admin", action="dance")).text
    assert all(action in text for action in Action)


async def test_the_actions_are_suggested_in_the_persons_language(place, root):
    caller = root.caller()
    assert [c.value for c in place.desk.suggest(caller, "action", "")] == list(Action)
    assert [c.value for c in place.desk.suggest(caller, "action", "qu")] == ["queue", "quota"]
    root.language = "ko"
    assert place.desk.suggest(root.caller(), "action", "차단")[0].label == "차단"


async def test_every_answer_is_for_the_admin_alone(root):
    for action in Action:
        answer, *_ = await root.command("admin", action=action, account="1", value="5")
        assert isinstance(answer, Says)
        assert answer.alone


@pytest.mark.parametrize("action", Action)
async def test_every_action_answers_in_korean(place, action):
    root = await place.somebody("900", admin=True, language="ko")
    message = said(await root.command("admin", action=action, account="1", value="5"))
    assert any("가" <= char <= "힣" for char in message.text)
    assert all(len(one.label) <= 40 for one in buttons(message))
    assert only(await root.press(act(Verb.ADMIN, action)))
