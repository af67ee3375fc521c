"""What a picture is said to show: as prompts for covers say it, so that the words meet again.

A title is never part of it: a model that is shown titles beside pictures learns to paint letters.
"""

import re

from pipeline.training.example import Row

ROOM = 60
"""How many words of a summary a caption takes: with the genre's about what one prompt holds."""
_SENTENCES = re.compile(r"(?<=[.!?。…])\s+|\n+")


def caption(row: Row, *, genre: str, trigger: str) -> str:
    """The caption of a row: the trigger, then its own text, or one made of its genre and summary.

    `genre` is the name in English of what is trained; a row's own genre stands before it.
    """
    own = _plain(row.text)
    if own:
        return own if _holds(own, trigger) else _joined(trigger, own)
    kind = _plain(row.genre) or genre
    return _joined(trigger, f"{kind} book cover", condensed(row.summary))


def condensed(summary: str, room: int = ROOM) -> str:
    """The whole sentences from the beginning that fit into `room` words; at least some words."""
    kept: list[str] = []
    for sentence in _SENTENCES.split(summary.strip()):
        words = sentence.split()
        if len(kept) + len(words) > room:
            break
        kept += words
    return " ".join(kept or summary.split()[:room]).rstrip(" ,;:")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _holds(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
