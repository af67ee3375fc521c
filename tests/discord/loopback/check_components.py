"""What Discord demands of the components of messages and modals (version 1)."""

import unicodedata

from tests.discord.loopback.refusals import Form

ROW, BUTTON, SELECT, INPUT, SHOWN, LABEL = 1, 2, 3, 4, 10, 18
SELECTS = (3, 5, 6, 7, 8)
LINK, PREMIUM = 5, 6


def check_components(form, rows):
    """Demand rows of a message."""
    if not form.count("components", rows, 0, 5):
        return
    ids = set()
    for index, row in enumerate(rows):
        path = f"components.{index}"
        if form.one_of(f"{path}.type", row.get("type"), (ROW,)):
            _row(form, f"{path}.components", row.get("components"), ids)


def _row(form, path, parts, ids):
    if not form.count(path, parts, 1, 5):
        return
    if any(part.get("type") in SELECTS for part in parts) and len(parts) > 1:
        said = "A select menu takes a row of its own"
        form.wrong(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", said)
    for index, part in enumerate(parts):
        here = f"{path}.{index}"
        if part.get("type") == BUTTON:
            _button(form, here, part, ids)
        elif form.one_of(f"{here}.type", part.get("type"), SELECTS):
            _select(form, here, part, ids)


def _custom_id(form, path, part, ids):
    custom = part.get("custom_id")
    form.length(f"{path}.custom_id", custom, 1, 100)
    if custom in ids:
        said = "Component custom id cannot be duplicated"
        form.wrong(f"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", said)
    ids.add(custom)


def _button(form, path, part, ids):
    style = part.get("style")
    if not form.one_of(f"{path}.style", style, (1, 2, 3, 4, LINK, PREMIUM)):
        return
    if style == LINK:
        _link(form, path, part)
    elif "url" in part:
        said = "A url and custom id cannot both be specified"
        form.wrong(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", said)
    if style not in (LINK, PREMIUM):
        _custom_id(form, path, part, ids)
    if part.get("label") is not None:
        form.length(f"{path}.label", part["label"], 0, 80)
    if not part.get("label") and not part.get("emoji"):
        form.wrong(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI", "A button needs a label or an emoji")
    _emoji(form, path, part.get("emoji"))


def _link(form, path, part):
    url = part.get("url")
    if "custom_id" in part or not url:
        said = "A link has a url and no custom id"
        form.wrong(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", said)
    elif len(url) > 512 or not url.startswith(("http://", "https://", "discord://")):
        form.wrong(f"{path}.url", "URL_TYPE_INVALID_SCHEME", "Not a well formed URL.")


def _emoji(form, path, emoji):
    if emoji is None or emoji.get("id"):
        return
    name = emoji.get("name") or ""
    if not any(unicodedata.category(one) == "So" or one == "\u20e3" for one in name) or any(
        unicodedata.category(one)[0] == "L" for one in name
    ):
        form.wrong(
            f"{path}.emoji.name", "BUTTON_COMPONENT_INVALID_EMOJI", f"Invalid emoji {name!r}"
        )


def _select(form, path, part, ids):
    _custom_id(form, path, part, ids)
    if part.get("placeholder") is not None:
        form.length(f"{path}.placeholder", part["placeholder"], 0, 150)
    low, high = part.get("min_values", 1), part.get("max_values", 1)
    form.within(f"{path}.min_values", low, 0, 25)
    form.within(f"{path}.max_values", high, max(low, 1), 25)
    if part["type"] == SELECT:
        _select_options(form, f"{path}.options", part.get("options"), high)


def _select_options(form, path, options, most):
    if not form.count(path, options, 1, 25):
        return
    if most > len(options):
        form.wrong(path, "BASE_TYPE_MAX_LENGTH", "max_values exceeds the number of options")
    values = set()
    for index, option in enumerate(options):
        here = f"{path}.{index}"
        form.length(f"{here}.label", option.get("label"), 1, 100)
        form.length(f"{here}.value", option.get("value"), 1, 100)
        if option.get("description") is not None:
            form.length(f"{here}.description", option["description"], 1, 100)
        if option.get("value") in values:
            said = "The specified option value is already used"
            form.wrong(f"{here}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", said)
        values.add(option.get("value"))
        _emoji(form, here, option.get("emoji"))
    if sum(bool(option.get("default")) for option in options) > most:
        form.wrong(path, "SELECT_COMPONENT_TOO_MANY_DEFAULTS", "More defaults than max_values")


def check_modal(data):
    """Refuse a modal unless it is as Discord wants it; its inputs, each with its label."""
    form, inputs, ids = Form(), [], set()
    form.length("data.custom_id", data.get("custom_id"), 1, 100)
    form.length("data.title", data.get("title"), 1, 45)
    parts = data.get("components")
    if form.count("data.components", parts, 1, 5):
        for index, part in enumerate(parts):
            found = _modal_part(form, f"data.components.{index}", part, ids)
            inputs += [found] if found else []
    form.check()
    return inputs


def _modal_part(form, path, part, ids):
    if not form.one_of(f"{path}.type", part.get("type"), (ROW, LABEL, SHOWN)):
        return None
    if part["type"] == SHOWN:
        form.length(f"{path}.content", part.get("content"), 1, 4000)
        return None
    if part["type"] == ROW:
        if not form.count(f"{path}.components", part.get("components"), 1, 1):
            return None
        inner, here = part["components"][0], f"{path}.components.0"
        form.length(f"{here}.label", inner.get("label"), 1, 45)
        label, wanted = inner.get("label"), (INPUT,)
    else:
        inner, here, label, wanted = part.get("component") or {}, f"{path}.component", part.get("label"), (INPUT, *SELECTS)  # fmt: skip
        form.length(f"{path}.label", label, 1, 45)
        if part.get("description") is not None:
            form.length(f"{path}.description", part["description"], 1, 100)
    if not form.one_of(f"{here}.type", inner.get("type"), wanted):
        return None
    if inner["type"] == INPUT:
        _custom_id(form, here, inner, ids)
        _input(form, here, inner)
    else:
        _select(form, here, inner, ids)
    return inner | {"label": label, "shell": part["type"]}


def _input(form, path, part):
    form.one_of(f"{path}.style", part.get("style"), (1, 2))
    low, high = part.get("min_length"), part.get("max_length")
    if low is not None:
        form.within(f"{path}.min_length", low, 0, 4000)
    if high is not None:
        form.within(f"{path}.max_length", high, max(low or 1, 1), 4000)
    if part.get("placeholder") is not None:
        form.length(f"{path}.placeholder", part["placeholder"], 0, 100)
    if part.get("value"):
        form.length(f"{path}.value", part["value"], low or 0, high or 4000)
