"""Texts as Telegram reads them: entities, HTML, and lengths in UTF-16 units."""

import html
import re
from collections.abc import Callable
from typing import Any

from tests.telegram.loopback.wire import Call, bad

TEXT = 4096
CAPTION = 1024
ENTITIES = 100
_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "a": "text_link", "tg-emoji": "custom_emoji",
}  # fmt: skip
_KINDS = {*_TAGS.values(), "expandable_blockquote", "text_mention", "mention", "hashtag", "cashtag",
          "bot_command", "url", "email", "phone_number", "date_time"}  # fmt: skip
_TAG = re.compile(r"</?([a-zA-Z0-9-]*)([^>]*)>")
_NAMED = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}

Blame = Callable[[str, str], None]
"""Notes a broken rule, with a detail."""


def units(text: str) -> int:
    """How long a text is for Telegram."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def words_of(
    call: Call, name: str, blame: Blame, *, limit: int, entities: str, parse_mode: str = "parse_mode"
) -> tuple[str, list[dict[str, Any]]]:  # fmt: skip
    """A text parameter without its markup, and its entities.

    Raises:
        RefusalError: as Telegram does.
    """
    given, mode = call.text(name), call.text(parse_mode)
    found = call.value(entities, [])
    if mode and mode.lower() != "html":
        blame("parse mode", f"this server reads HTML only, not {mode}")
        raise bad("unsupported parse_mode")
    if mode and found:
        blame("entities", f"both parse_mode and {entities}")
    if mode:
        given, found = parsed(given, blame)
    text = given.strip()
    _demand_entities(given, found, blame)
    if units(text) > limit:
        blame(f"{name} length", f"{units(text)} > {limit}")
        raise bad("message caption is too long" if name == "caption" else "message is too long")
    skipped = units(given[: len(given) - len(given.lstrip())])
    return text, [entity | {"offset": entity["offset"] - skipped} for entity in found]


def _demand_entities(text: str, found: list[dict[str, Any]], blame: Blame) -> None:
    if len(found) > ENTITIES:
        blame("entities", f"{len(found)} > {ENTITIES}")
    encoded = text.encode("utf-16-le", "surrogatepass")
    for entity in found:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] not in _KINDS:
            blame("entities", f"no kind {entity['type']}")
            raise bad("can't parse MessageEntity: unsupported type specified")
        if start < 0 or entity["length"] <= 0 or end * 2 > len(encoded):
            blame("entities", f"{entity} is outside of the text")
            raise bad("ENTITY_BOUNDS_INVALID")
        for edge in (start, end):
            unit = encoded[edge * 2 : edge * 2 + 2]
            if len(unit) == 2 and 0xDC00 <= int.from_bytes(unit, "little") <= 0xDFFF:
                blame("entities", f"{entity} cuts a character in two")
                raise bad("ENTITY_BOUNDS_INVALID")


def parsed(given: str, blame: Blame) -> tuple[str, list[dict[str, Any]]]:
    """HTML as Telegram reads it.

    Raises:
        RefusalError: for what Telegram does not read.
    """
    try:
        return _parsed(given)
    except ValueError as error:
        blame("HTML", str(error))
        raise bad(f"can't parse entities: {error}") from None


def _parsed(given: str) -> tuple[str, list[dict[str, Any]]]:
    out, at, open_tags, found = "", 0, list[tuple[str, int, str]](), list[dict[str, Any]]()
    while (next_tag := given.find("<", at)) >= 0:
        out += _unescaped(given[at:next_tag])
        offset = len(given[:next_tag].encode())
        match = _TAG.match(given, next_tag)
        if match is None:
            raise ValueError(f"Unclosed start tag at byte offset {offset}")
        name, rest = match[1].lower(), match[2]
        if given[next_tag + 1 : next_tag + 2] == "/":
            found += _closed(open_tags, name, offset, units(out))
        elif name not in _TAGS:
            raise ValueError(f'Unsupported start tag "{name}" at byte offset {offset}')
        elif name == "span" and "tg-spoiler" not in rest:
            raise ValueError(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        else:
            open_tags.append((name, units(out), rest))
        at = match.end()
    if open_tags:
        raise ValueError(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return out + _unescaped(given[at:]), sorted(found, key=lambda entity: entity["offset"])


def _closed(
    open_tags: list[tuple[str, int, str]], name: str, offset: int, end: int
) -> list[dict[str, Any]]:
    if not open_tags:
        raise ValueError(f"Unexpected end tag at byte offset {offset}")
    opened, start, rest = open_tags.pop()
    if name not in {"", opened}:
        raise ValueError(
            f'Unmatched end tag at byte offset {offset}, expected "</{opened}>", found "</{name}>"'
        )
    entity: dict[str, Any] = {"type": _TAGS[opened], "offset": start, "length": end - start}
    if opened == "a":
        link = re.search(r'href\s*=\s*"?([^"\s]*)"?', rest)
        entity["url"] = html.unescape(link[1]) if link else ""
    if opened == "blockquote" and "expandable" in rest:
        entity["type"] = "expandable_blockquote"
    return [entity] if end > start else []


def _unescaped(text: str) -> str:
    return re.sub(
        r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);",
        lambda found: _NAMED.get(found[0]) or html.unescape(found[0]),
        text,
    )
