"""What every chat's addresses say alike: how a result is shown, and in which language.

All else in an address's place is its platform's own.
"""

import json
from collections.abc import Mapping
from typing import Any, cast

from bot.conversation.caller import Screen, View
from bot.conversation.language import LANGUAGES
from pipeline.domain.job import Address

_VIEW = "view"
_LANGUAGE = "language"


def place_of(view: View, language: str, **more: Any) -> str:
    """The place of an address, to be read after a restart; `more` is what its platform needs."""
    shown = {"screen": str(view.screen), "about": view.about, "here": view.here}
    return json.dumps({_VIEW: shown, _LANGUAGE: language, **more}, ensure_ascii=False)


def read_place(address: Address) -> Mapping[str, Any]:
    """Everything in an address's place; empty for what was not written by a chat."""
    try:
        place = json.loads(address.place)
    except ValueError:
        return {}
    return cast("dict[str, Any]", place) if isinstance(place, dict) else {}


def view_of(address: Address) -> View:
    """How the result is to be shown; as one cover where the address does not say."""
    shown = read_place(address).get(_VIEW)
    if not isinstance(shown, dict):
        return View(screen=Screen.CARD)
    told = cast("dict[str, Any]", shown)
    name = told.get("screen")
    screen = Screen(name) if name in set(Screen) else Screen.CARD
    return View(screen=screen, about=str(told.get("about", "")), here=told.get("here") is True)


def language_of(address: Address) -> str:
    """The language to answer in; the first of ours where the address does not say."""
    language = read_place(address).get(_LANGUAGE)
    return language if language in LANGUAGES else LANGUAGES[0]
