"""The characters that DiffSTE knows, and the numbers that its embedder has them under.

As its authors' tokenizer (UCSB-NLP-Chang/DiffSTE, "CharTokenizer"): one number a character, the
case counts, nothing is put before or behind them.
"""

import string

ALPHABET = (
    " " + string.digits + string.ascii_lowercase + string.ascii_uppercase + string.punctuation
)
"""The 95 printable characters of ASCII, in the order of their numbers."""
LENGTH = 20
"""So many characters it reads; padding has the number of the space."""
_NUMBERS = {character: number for number, character in enumerate(ALPHABET)}
_UNKNOWN = 0


def character_ids(words: str, length: int = LENGTH) -> list[int]:
    """The numbers of the first `length` characters, padded to as many.

    Of a run of spaces every second one is left out; what is not in the alphabet reads as a space.
    """
    numbers = [_NUMBERS.get(character, _UNKNOWN) for character in read(words)[:length]]
    return numbers + [_UNKNOWN] * (length - len(numbers))


def read(words: str) -> str:
    """The words as they are read, before they are cut."""
    return words.replace("  ", " ")


def unwritable(words: str) -> str:
    """The characters that the model cannot write, each once, in their order; "" when it can all.

    Among them is all of Hangul.
    """
    return "".join(dict.fromkeys(character for character in words if character not in _NUMBERS))
