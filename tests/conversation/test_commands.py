"""The commands keep what the platforms demand of names and descriptions, in both languages."""

import re
from collections import Counter

import pytest

from bot.conversation.commands import COMMANDS, FROM_MESSAGE
from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words

NAME = re.compile(r"^[-_'\w]{1,32}$")
"""`\\w` is letters, digits and `_` of every script; Discord's own pattern is `^[-_'\\p{L}\\p{N}]{1,32}$`."""
TELEGRAM = re.compile(r"[a-z0-9_]{1,32}")
IN_ALL = 8000
OPTIONS = [option for spec in COMMANDS for option in spec.options]


def said(key):
    return [Words(language).say(key) for language in LANGUAGES]


def names(prefix, name):
    return [name, *said(f"{prefix}-{name}-name")]


def unique(names):
    return max(Counter(names).values(), default=1) == 1


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: spec.name)
def test_a_command_is_named_and_described_as_both_platforms_demand(spec):
    assert TELEGRAM.fullmatch(spec.name)
    for name in names("command", spec.name):
        assert NAME.fullmatch(name)
        assert name == name.lower()
    assert all(1 <= len(text) <= 100 for text in said(f"command-{spec.name}"))


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_an_option_is_named_and_described_as_discord_demands(option):
    for name in names("option", option.name):
        assert NAME.fullmatch(name)
        assert name == name.lower()
    assert all(1 <= len(text) <= 100 for text in said(f"option-{option.name}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_one_level_is_called_alike(language):
    words = Words(language)
    assert unique(words.say(f"command-{spec.name}-name") for spec in COMMANDS)
    for spec in COMMANDS:
        assert unique(words.say(f"option-{option.name}-name") for option in spec.options)
        assert len(spec.options) <= 25


def test_an_english_name_is_the_name_itself_where_a_person_would_say_it():
    words = Words("en")
    assert [words.say(f"command-{spec.name}-name") for spec in COMMANDS] == [
        spec.name for spec in COMMANDS
    ]


def test_needed_options_stand_before_the_others():
    for spec in COMMANDS:
        needed = [option.needed for option in spec.options]
        assert needed == sorted(needed, reverse=True)


def test_all_of_it_fits_into_what_discord_allows():
    """Of every text the longest of all languages counts; half of it is left for choices."""
    keys = [f"command-{spec.name}" for spec in COMMANDS] + [f"option-{one.name}" for one in OPTIONS]
    sizes = [max(map(len, said(key))) + max(map(len, said(f"{key}-name"))) for key in keys]
    assert sum(sizes) < IN_ALL / 2


def test_the_command_on_a_message_has_a_name_that_fits():
    assert all(1 <= len(name) <= 32 for name in said(f"command-{FROM_MESSAGE}-name"))


def test_telegram_has_a_word_for_start():
    assert all(1 <= len(text) <= 256 for text in said("command-start"))
