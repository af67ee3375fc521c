"""What the environment says about chats: tokens, other servers, admins."""

import pytest

from bot.__main__ import main
from config.chats import load_chats
from pipeline.domain.errors import ServiceError

TOKENS = {"DISCORD_TOKEN": "dis", "TELEGRAM_TOKEN": "tele"}


def test_a_platform_is_on_when_it_has_a_token():
    assert load_chats({}).platforms == ()
    assert load_chats({"TELEGRAM_TOKEN": "t"}).platforms == ("telegram",)
    assert load_chats(TOKENS).platforms == ("discord", "telegram")


def test_a_token_may_be_in_a_file(tmp_path):
    (tmp_path / "token").write_text("from-a-file\n")
    chats = load_chats({"DISCORD_TOKEN_FILE": str(tmp_path / "token")})
    assert chats.discord and chats.discord.token == "from-a-file"


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ServiceError) as told:
        load_chats({"TELEGRAM_TOKEN_FILE": str(tmp_path / "none")})
    assert told.value.code == "setting-file"
    assert told.value.facts["name"] == "TELEGRAM_TOKEN_FILE"


def test_no_token_is_in_a_repr():
    assert "dis" not in repr(load_chats(TOKENS).discord).removeprefix("DiscordChat")
    assert "tele" not in repr(load_chats(TOKENS).telegram).removeprefix("TelegramChat")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("DISCORD_API_BASE", "localhost:80", "setting-address"),
        ("DISCORD_GATEWAY_URL", "http://localhost", "setting-address"),
        ("TELEGRAM_API_BASE", "ftp://x", "setting-address"),
        ("TELEGRAM_WEBHOOK_URL", "https://x.example", "setting-secret"),
        ("TELEGRAM_WEBHOOK_PORT", "many", "setting-whole-number"),
        ("ARTICOVER_ADMINS", "me", "setting-admins"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name, value, code):
    with pytest.raises(ServiceError) as told:
        load_chats({**TOKENS, name: value})
    assert told.value.code == code


def test_admins_are_ids_of_accounts_and_of_roles():
    admins = load_chats({"ARTICOVER_ADMINS": "discord:1, telegram:2 discord-role:3"}).admins
    assert admins == {"discord": {1}, "telegram": {2}, "discord-role": {3}}


def test_without_a_token_the_command_says_what_to_set(monkeypatch, capsys):
    for name in TOKENS:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)
    assert main(["bot"]) == 5
    said = capsys.readouterr().err.strip()
    assert "DISCORD_TOKEN" in said and "TELEGRAM_TOKEN" in said and "\n" not in said
