"""What Discord demands of application commands."""

import unicodedata

from tests.discord.loopback.refusals import Form

_LOCALES = """
id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th
zh-CN ja zh-TW ko
"""
LOCALES = frozenset(_LOCALES.split())
CHAT, USER, MESSAGE = 1, 2, 3
NESTED, STRING, INTEGER, NUMBER, ATTACHMENT = (1, 2), 3, 4, 10, 11
_MOST = {CHAT: 100, USER: 15, MESSAGE: 15}


def check_commands(commands):
    """Refuse a list for a bulk overwrite unless all of it is as Discord wants it."""
    form = Form()
    if not form.count("commands", commands, 0, 130):
        form.check()
    seen = set()
    for index, command in enumerate(commands):
        _command(form, str(index), command)
        key = (command.get("type", CHAT), command.get("name"))
        if key in seen:
            said = "Application command names must be unique"
            form.wrong(f"{index}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", said)
        seen.add(key)
    for kind, most in _MOST.items():
        if sum(one.get("type", CHAT) == kind for one in commands) > most:
            form.wrong("commands", "MAX_COMMANDS", f"At most {most} of type {kind}.")
    form.check()


def _command(form, path, command):
    kind = command.get("type", CHAT)
    if not form.one_of(f"{path}.type", kind, (CHAT, USER, MESSAGE)):
        return
    _contexts(form, path, command)
    names = {"name": command.get("name"), **_localized(form, path, command, "name")}
    if kind != CHAT:
        for key, name in names.items():
            form.length(f"{path}.{key}", name, 1, 32)
        if command.get("description") or command.get("description_localizations"):
            said = "Context menu commands cannot have description"
            form.wrong(f"{path}.description", "APPLICATION_COMMAND_NO_DESCRIPTION", said)
        if command.get("options"):
            said = "Context menu commands cannot have options"
            form.wrong(f"{path}.options", "APPLICATION_COMMAND_NO_OPTIONS", said)
        return
    _named(form, path, command, names)
    _options(form, f"{path}.options", command.get("options") or [])
    if _weight(command) > 8000:
        said = "Command exceeds maximum size (8000)"
        form.wrong(path, "APPLICATION_COMMAND_TOO_LARGE", said)


def _contexts(form, path, command):
    for key, allowed in (("contexts", (0, 1, 2)), ("integration_types", (0, 1))):
        values = command.get(key)
        if values is None:
            continue
        if not isinstance(values, list) or not values or len(set(values)) < len(values):
            form.wrong(
                f"{path}.{key}", "BASE_TYPE_BAD_LENGTH", "Must be a list of different values."
            )
            continue
        for index, value in enumerate(values):
            form.one_of(f"{path}.{key}.{index}", value, allowed)


def _named(form, path, thing, names):
    for key, name in names.items():
        if not isinstance(name, str) or not 1 <= len(name) <= 32 or not _is_name(name):
            said = "Command name is invalid"
            form.wrong(f"{path}.{key}", "APPLICATION_COMMAND_INVALID_NAME", f"{said}: {name!r}")
    told = {"description": thing.get("description"), **_localized(form, path, thing, "description")}
    for key, text in told.items():
        form.length(f"{path}.{key}", text, 1, 100)


def _localized(form, path, thing, key):
    texts = thing.get(f"{key}_localizations") or {}
    for locale in texts:
        form.one_of(f"{path}.{key}_localizations.{locale}", locale, LOCALES)
    return {f"{key}_localizations.{locale}": text for locale, text in texts.items()}


def _is_name(name):
    return name == name.lower() and all(
        one in "-_'" or unicodedata.category(one)[0] in "LN" for one in name
    )


def _options(form, path, options):
    if not form.count(path, options, 0, 25):
        return
    names, optional = set(), False
    for index, option in enumerate(options):
        here = f"{path}.{index}"
        if option.get("required") and optional:
            said = "Required options must be placed before non-required options"
            form.wrong(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", said)
        optional = optional or not option.get("required")
        if option.get("name") in names:
            said = "Option names must be unique"
            form.wrong(f"{here}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", said)
        names.add(option.get("name"))
        _named(
            form,
            here,
            option,
            {"name": option.get("name"), **_localized(form, here, option, "name")},
        )
        _option(form, here, option)


def _option(form, path, option):
    kind = option.get("type")
    if not form.one_of(f"{path}.type", kind, range(1, 12)):
        return
    if kind in NESTED:
        _options(form, f"{path}.options", option.get("options") or [])
        return
    choices = option.get("choices") or []
    if option.get("autocomplete") and choices:
        said = "Autocomplete and choices exclude each other"
        form.wrong(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", said)
    if (option.get("autocomplete") or choices) and kind not in (STRING, INTEGER, NUMBER):
        form.wrong(path, "APPLICATION_COMMAND_OPTION_TYPE", "This type takes no choices.")
    _bounds(form, path, option, kind)
    check_choices(form, f"{path}.choices", choices, kind)


def _bounds(form, path, option, kind):
    for key, low in (("min_length", 0), ("max_length", 1)):
        if (value := option.get(key)) is not None:
            form.within(f"{path}.{key}", value, low, 6000)
            form.one_of(f"{path}.{key}", kind, (STRING,)) if kind != STRING else None
    for key in ("min_value", "max_value"):
        if (value := option.get(key)) is not None:
            if kind not in (INTEGER, NUMBER):
                form.wrong(
                    f"{path}.{key}", "APPLICATION_COMMAND_OPTION_TYPE", "Not a number option."
                )
            elif abs(value) > 2**53:
                form.wrong(f"{path}.{key}", "NUMBER_TYPE_RANGE", "Beyond 2^53.")


def check_choices(form, path, choices, kind):
    """Demand choices of an option, or of an autocompletion."""
    if not form.count(path, choices, 0, 25):
        return
    names = set()
    for index, choice in enumerate(choices):
        here = f"{path}.{index}"
        form.length(f"{here}.name", choice.get("name"), 1, 100)
        for key, text in _localized(form, here, choice, "name").items():
            form.length(f"{here}.{key}", text, 1, 100)
        if kind == STRING:
            form.length(f"{here}.value", choice.get("value"), 1, 100)
        elif not isinstance(choice.get("value"), int | float):
            form.wrong(f"{here}.value", "NUMBER_TYPE_COERCE", "Must be a number.")
        if choice.get("name") in names:
            said = "Choice names must be unique"
            form.wrong(
                f"{here}.name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", said
            )
        names.add(choice.get("name"))


def _weight(thing):
    """Characters of names, descriptions and values, with the longest translation of each."""
    longest = sum(
        max(len(str(text)) for text in (thing.get(key) or "", *_texts(thing, key)))
        for key in ("name", "description")
    )
    value = thing.get("value")
    longest += len(value) if isinstance(value, str) else 0
    return longest + sum(
        _weight(one) for key in ("options", "choices") for one in thing.get(key) or ()
    )


def _texts(thing, key):
    return (thing.get(f"{key}_localizations") or {}).values()
