"""Keyboards: what may stand under a message, and what may not."""

import re
from typing import Any

from tests.telegram.loopback.texts import Blame
from tests.telegram.loopback.wire import Call, bad

DATA = 64
BUTTONS = 100
IN_A_ROW = 8
_DEEDS = ("callback_data", "url", "web_app", "login_url", "switch_inline_query", "copy_text",
          "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "pay",
          "callback_game")  # fmt: skip
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_URL = re.compile(r"(https?|tg|tonsite)://\S+")


def markup_of(call: Call, blame: Blame, *, editing: bool = False) -> dict[str, Any] | None:
    """The keyboard of a call; None without one.

    Raises:
        RefusalError: as Telegram does.
    """
    given = call.value("reply_markup")
    if given is None:
        return None
    kinds = [kind for kind in _KINDS if kind in given]
    if len(kinds) != 1:
        blame("keyboard", f"{kinds or 'no kind'} in one reply_markup")
        raise bad("object expected as reply markup")
    if editing and kinds != ["inline_keyboard"]:
        blame("keyboard", f"a message cannot be edited to have {kinds[0]}")
        raise bad("inline keyboard expected")
    if kinds == ["inline_keyboard"]:
        _demand_inline(given["inline_keyboard"], blame)
    if kinds == ["keyboard"]:
        _demand_reply(given["keyboard"], blame)
    return given


def _demand_inline(rows: Any, blame: Blame) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        blame("keyboard", "no list of rows")
        raise bad("can't parse inline keyboard: expected an Array of Array")
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTONS or any(len(row) > IN_A_ROW for row in rows):
        blame("keyboard", f"{len(buttons)} buttons, rows of {max(map(len, rows))}")
        raise bad("reply markup is too long")
    for button in buttons:
        _demand_button(button, blame)


def _demand_button(button: dict[str, Any], blame: Blame) -> None:
    if not str(button.get("text", "")).strip():
        blame("button label", "empty")
        raise bad('can\'t parse inline keyboard button: Field "text" must be non-empty')
    deeds = [deed for deed in _DEEDS if deed in button]
    if len(deeds) != 1:
        blame("button", f"{deeds or 'nothing'} on one button")
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline "
                  "keyboard")  # fmt: skip
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= DATA:
            blame("callback_data", f"{size} bytes, not 1 to {DATA}")
            raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not _URL.fullmatch(str(button["url"])):
        blame("button", f"no address: {button['url']}")
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _demand_reply(rows: Any, blame: Blame) -> None:
    for row in rows:
        for button in row:
            text = button if isinstance(button, str) else button.get("text", "")
            if not str(text).strip():
                blame("button label", "empty")
                raise bad('can\'t parse keyboard button: Field "text" must be non-empty')
