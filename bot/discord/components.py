"""Buttons and menus whose ids say what they do, so that they work for ever."""

import itertools
from typing import TYPE_CHECKING, Any, cast

import discord

from bot.conversation.act import Act, read_act
from bot.conversation.message import Button, Link, Picker, Row, Tone
from bot.discord.escaping import cut, line_of

if TYPE_CHECKING:
    import re

    from bot.discord.heard import HearsPresses

ROWS = 5
BUTTONS = 5
CHOICES = 25
LABEL = 80
CHOICE = 100
PROMPT = 150
TEMPLATE = r"(?P<wire>a:[a-z]{2}(?::[ -{}~]*)?)(?:\|\d+)?"
"""An act on the wire. A number follows where a message has the same act twice, which Discord forbids."""
_STYLES = {Tone.PLAIN: discord.ButtonStyle.secondary, Tone.MAIN: discord.ButtonStyle.primary,
           Tone.DANGER: discord.ButtonStyle.danger}  # fmt: skip

Component = discord.ui.Button[Any] | discord.ui.Select[Any]


class Pressable(discord.ui.DynamicItem[discord.ui.Item[Any]], template=TEMPLATE):
    """A button or a menu with an act; it needs no memory of the message that it stands on."""

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],
        item: discord.ui.Item[Any],
        _: "re.Match[str]",
        /,
    ) -> "Pressable":
        """The component as it came back, with whatever message."""
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press on."""
        await cast("HearsPresses", interaction.client).hear_press(interaction)


def act_pressed(custom_id: str, values: tuple[str, ...]) -> Act | None:
    """What was pressed, or chosen in a menu; None for what is none of this release's."""
    act = read_act(custom_id.rpartition("|")[0] or custom_id)
    if act is None or not values:
        return act
    try:
        return act.adding("".join(values))
    except ValueError:
        return None


def view_of(rows: tuple[Row, ...]) -> discord.ui.View | None:
    """The components of a message; None when it has none.

    The view is ended at once: presses find their way by their ids, so that nothing has to be
    remembered and no clock runs.
    """
    if not rows:
        return None
    view = discord.ui.View(timeout=None)
    numbers = itertools.count(2)
    taken: set[str] = set()
    for index, row in enumerate(rows[:ROWS]):
        for item in _items(row, index):
            if item.custom_id is None:  # it opens an address, and is not heard of
                view.add_item(item)
                continue
            if item.custom_id in taken:
                item.custom_id = f"{item.custom_id}|{next(numbers)}"
            taken.add(item.custom_id)
            view.add_item(Pressable(item))
    view.stop()
    return view if view.children else None


def _items(row: Row, index: int) -> list[Component]:
    if isinstance(row, Picker):
        return [_menu(row, index)] if row.choices else []
    return [_button(button, index) for button in row[:BUTTONS]]


def _button(button: Button | Link, row: int) -> discord.ui.Button[Any]:
    label = cut(line_of(button.label), LABEL) or "…"
    if isinstance(button, Link):
        return discord.ui.Button(label=label, url=button.address, row=row)
    return discord.ui.Button(
        label=label, custom_id=button.act.wire, style=_STYLES[button.tone], row=row
    )


def _menu(picker: Picker, row: int) -> discord.ui.Select[Any]:
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=picker.act.wire, placeholder=cut(line_of(picker.prompt), PROMPT) or None, row=row
    )
    choices = {choice.value: choice for choice in picker.choices}
    for choice in list(choices.values())[:CHOICES]:
        menu.add_option(
            label=cut(line_of(choice.label), CHOICE) or "…", value=choice.value,
            description=cut(line_of(choice.note), CHOICE) or None,
            default=picker.several and choice.chosen,
        )  # fmt: skip
    if picker.several:
        menu.min_values, menu.max_values = 0, len(menu.options)
    return menu
