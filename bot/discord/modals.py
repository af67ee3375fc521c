"""Forms as modals, and what was filled in, also by a form of an earlier process."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import discord

from bot.conversation.form import Field, Form
from bot.discord.escaping import cut, line_of, visible

FIELDS = 5
TITLE = 45
PLACEHOLDER = 100
LONGEST = 4000
CHOICES = 25
OPTION = 100


class Modal(discord.ui.Modal):
    """A form on Discord. It is ended at once: what is submitted is read by its ids."""

    def __init__(self, form: Form) -> None:
        """The first five fields of a form."""
        title = cut(line_of(form.title), TITLE) or "…"
        super().__init__(title=title, custom_id=form.act.wire, timeout=None)
        fields = form.fields[:FIELDS]
        # menus stand in labels, and then all that is asked beside them does
        inputs = map(_labelled if any(map(_is_menu, fields)) else _input, fields)
        for one in inputs:
            self.add_item(one)
        self.stop()


def _is_menu(field: Field) -> bool:
    return field.only and 0 < len(field.choices) <= CHOICES


def _labelled(field: Field) -> discord.ui.Label[Any]:
    inside = _menu(field) if _is_menu(field) else _input(field, labelled=True)
    return discord.ui.Label(text=cut(line_of(field.label), TITLE) or "…", component=inside)


def _menu(field: Field) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(label=cut(line_of(one.label), OPTION) or "…", value=one.value,
                             default=one.value == field.value)
        for one in field.choices
    ]  # fmt: skip
    return discord.ui.Select(custom_id=field.key, options=options, required=field.needed,
                             min_values=int(field.needed),
                             placeholder=cut(line_of(field.example), PLACEHOLDER) or None)  # fmt: skip


def _input(field: Field, *, labelled: bool = False) -> discord.ui.TextInput[Any]:
    limit = max(1, min(field.limit, LONGEST))
    style = discord.TextStyle.paragraph if field.long else discord.TextStyle.short
    value = cut(visible(field.value) if field.long else line_of(field.value), limit)
    return discord.ui.TextInput(
        label=None if labelled else cut(line_of(field.label), TITLE) or "…", custom_id=field.key,
        style=style,
        placeholder=cut(line_of(field.example), PLACEHOLDER) or None, default=value or None,
        required=field.needed, max_length=limit,
    )  # fmt: skip


def submitted(data: Mapping[str, Any]) -> dict[str, str]:
    """The answers of a submitted modal by their fields' keys, in whatever it wraps them."""
    return dict(_answers(data.get("components", ())))


def _answers(components: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for component in components:
        inner = component.get("components") or component.get("component")
        if inner is not None:
            within = [inner] if isinstance(inner, Mapping) else inner
            yield from _answers(cast("Sequence[Mapping[str, Any]]", within))
        elif "custom_id" in component:
            yield str(component["custom_id"]), _told(component)


def _told(component: Mapping[str, Any]) -> str:
    values = component.get("values")
    return str(values[0]) if values else str(component.get("value") or "")
