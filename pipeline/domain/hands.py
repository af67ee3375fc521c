"""Who letters words into a picture, and which words nobody can: known before anything is looked at."""

from pipeline.domain.cleaning import clean, has_ink
from pipeline.domain.lettering import Hand
from pipeline.domain.retouch_errors import RetouchError
from pipeline.domain.words import tidy

LONGEST = 120
"""Characters that no line of a picture has room for; most have room for far fewer."""
MODEL_LONGEST = 20
"""The characters that the scene-text model reads of its words (DiffSTE, Ji and others 2023)."""
ALPHABET = range(0x20, 0x7F)
"""It knows printable ASCII."""


def unwritable(words: str) -> str:
    """The characters that the model cannot write, each once."""
    return "".join(dict.fromkeys(char for char in words if ord(char) not in ALPHABET))


def plain(words: str) -> str:
    """`words` as they are lettered: composed, without invisible junk, on one line."""
    return tidy(clean(words))


def hand_for(words: str, asked: Hand | None, *, writes: bool) -> Hand:
    """Who letters `words`: who is `asked` for, else the model where it `writes` here and can.

    Raises:
        RetouchError: `replace-empty`, `replace-long`; of the model also `replace-model` and
            `replace-script`.
    """
    words = plain(words)
    if not has_ink(words):
        raise RetouchError("replace-empty")
    _demand_short(words, LONGEST)
    strange = unwritable(words)
    if asked is Hand.MODEL:
        if not writes:
            raise RetouchError("replace-model")
        if strange:
            raise RetouchError("replace-script", characters=strange)
        _demand_short(words, MODEL_LONGEST)
    able = writes and not strange and len(words) <= MODEL_LONGEST
    return asked or (Hand.MODEL if able else Hand.TYPE)


def _demand_short(words: str, limit: int) -> None:
    if len(words) > limit:
        raise RetouchError("replace-long", length=len(words), limit=limit)
