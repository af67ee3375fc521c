"""What a scene-text model is told beside the words: in which typeface and colour to write them.

DiffSTE was taught with four sentences (UCSB-NLP-Chang/DiffSTE, arXiv 2304.05568); it knows no
others, so these are in English whatever the cover's language is.
"""

import re

_AXES = re.compile(r"\[.*?\]")
"""What variable typefaces have in the names of their files: Exo2[wght]."""
_SEVERAL = "and"


def instruction(words: str, font: str = "", colour: str = "") -> str:
    """The sentence for `words` in a typeface, by its name, and a colour, by its English name.

    Without either the words take the style of what surrounds them. A name with an "and" in it
    stands alone, as it was taught with mixtures of two typefaces.
    """
    font = _AXES.sub("", font).strip()
    if _SEVERAL in font:
        return f"in font: {font}"
    named = (("font", font), ("color", colour))
    manner = " and ".join(f"{what}: {which}" for what, which in named if which)
    return f'Write "{words}" in {manner}' if manner else f'Write "{words}"'
