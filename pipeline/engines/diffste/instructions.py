"""What DiffSTE is told beside the words themselves: which letters, in which colour.

It was taught with four sentences (UCSB-NLP-Chang/DiffSTE, "prepare_style_instruction"); it knows
no others, so these are not translated.
"""

import re

_AXES = re.compile(r"\[.*?\]")
"""What variable typefaces have in the names of their files: Exo2[wght]."""
_SEVERAL = "and"


def instruction(words: str, font: str = "", colour: str = "") -> str:
    """The sentence for `words` in a typeface of Google's, by its name, and a colour, in English.

    Without either it takes the style of the surroundings. Names of typefaces with an "and" in them
    stand alone: so it was taught with mixtures of two, and the original does it for any.
    """
    font = _AXES.sub("", font)
    if _SEVERAL in font:
        return f"in font: {font}"
    manner = " and ".join(
        f"{what}: {which}" for what, which in (("font", font), ("color", colour)) if which
    )
    return f'Write "{words}" in {manner}' if manner else f'Write "{words}"'
