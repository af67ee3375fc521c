"""What commands people find in their menus."""

from tests.telegram.stand import button, stand

SECRET = "a-made-up-secret"
GO = ((button("Go"),),)


def menu(at, scope, language=""):
    return [one["command"] for one in at.server.profile.commands[scope, language]]


async def test_the_commands_are_told_by_language_and_scope(at):
    assert "settings" in menu(at, "all_private_chats")
    assert menu(at, "all_private_chats", "ko") == menu(at, "all_private_chats")
    assert menu(at, "all_group_chats") == ["cover", "status", "cancel", "styles", "help"]
    commands = at.server.profile.commands
    assert commands["all_private_chats", "ko"] != commands["all_private_chats", ""]
    assert not any("admin" in menu(at, *where) for where in commands)


async def test_the_commands_are_told_again_only_when_they_have_changed(at):
    assert len(at.server.called("setMyCommands")) == 4
    await at.close()
    await at.restart()
    assert len(at.server.called("setMyCommands")) == 4
    await at.place.store.register.write("telegram:commands:7000000001:groups", "old")
    await at.close()
    await at.restart()
    assert len(at.server.called("setMyCommands")) == 6


async def test_an_admin_finds_the_admins_command_in_their_own_chat(script):
    async with stand(script, admins=frozenset({1001})) as at:
        ada, bo = at.server.people.user(), at.server.people.user("Bo")
        assert ada.id == 1001
        await bo.says("/start")
        await ada.says("/start")
        await at.server.until(lambda: ("chat:1001", "ko") in at.server.profile.commands)
        assert "admin" in menu(at, "chat:1001")
        await at.server.until(lambda: len(script.callers) == 2)
        assert sorted(caller.admin for caller in script.callers) == [False, True]
        await at.close()
        object.__setattr__(at.settings, "admins", frozenset())
        await at.restart()
        assert ("chat:1001", "") not in at.server.profile.commands


async def test_commands_that_cannot_be_told_keep_nobody_waiting(script):
    async with stand(script, opened=False) as at:
        at.server.fails("setMyCommands", code=400)
        await at.open()
        ada = at.server.people.user()
        await ada.says("/start")
        await ada.chat.said("Hello.")
