"""The phrases that prompts are made of, besides those of genres, motifs and sights.

They are chosen by what models of the first family do with them. Nothing here speaks of a book, a
cover, a poster or a page, which they answer with letters; and nothing is said by negation, which
they do not hear.
"""

import re
from collections.abc import Mapping

from pipeline.stages.emphasis import Zone

AGAINST_LETTERING = "text, letters, lettering, words, writing, title, typography, caption, watermark, signature, logo"
"""First in every negative prompt: the cover's words are typeset over the picture."""
AGAINST_FRAMES = "frame, border, book, poster, comic panels"
AGAINST_FLAWS = "blurry, lowres, jpeg artifacts, deformed, disfigured, bad anatomy, extra limbs, extra fingers, cropped head"
AGAINST_PEOPLE = "people, person, man, woman, child, face, figure"
AGAINST_DARK, AGAINST_LIGHT = "dark, gloomy, black", "bright, cheerful, white background"
AGAINST_CLUTTER = "busy, cluttered, crowded, ornate details"
AGAINST_UNSAFE = "nude, naked, nsfw, gore, blood"
SIMPLE = "minimalist composition, simple, uncluttered"
DARK, LIGHT = "dark, low-key lighting, deep shadows", "bright, airy, high-key lighting"
RICH = "highly detailed, sharp focus"
SOFT = re.compile(r"watercolour|flat|minimal|soft|loose|wash|pastel|abstract|faded|crayon|delicate")
"""Media that are not detailed."""
NOTHING = "an abstract composition of flowing shapes and light"
"""What is painted for a brief in which nothing can be seen."""

_ABOVE: Mapping[str | None, str] = {
    "space": "vast empty black space above", "underwater": "empty deep water above",
    "interior": "plain empty wall above", None: "large plain empty background above",
    "forest": "pale mist and empty sky above",
}  # fmt: skip
_BELOW: Mapping[str | None, str] = {
    "sea": "calm empty water in the lower half", "river": "calm empty water in the lower half",
    "island": "calm empty water in the lower half", "underwater": "empty dark deep water below",
    "space": "vast empty black space below", "interior": "plain empty floor in the lower half",
    "sky": "soft empty clouds in the lower half", "snow": "smooth empty snow in the lower half",
    "desert": "smooth empty sand in the lower half", "mountains": "thick empty mist in the lower half",
    "forest": "thick empty mist in the lower half", None: "large plain empty surface below",
}  # fmt: skip


def room_for_title(zone: Zone, setting: str | None) -> str:
    """What leaves free space in a `zone` of a picture of a place."""
    match zone:
        case Zone.HEAD:
            return _ABOVE.get(setting, "wide empty sky above, low horizon")
        case Zone.FOOT:
            return _BELOW.get(
                setting, "smooth empty ground in the lower half, subject in the upper half"
            )
        case Zone.LEFT:
            return "subject on the far right, wide empty negative space on the left"
        case Zone.RIGHT:
            return "subject on the far left, wide empty negative space on the right"


_ROOMS = (*_ABOVE.values(), *_BELOW.values(), "wide empty sky above, low horizon",
          "smooth empty ground in the lower half")  # fmt: skip


def room_in(prompt: str) -> str:
    """The free space above or below that a prompt asks for; empty where it asks for none."""
    return next((words for words in _ROOMS if words in prompt), "")


def surroundings(zone: Zone, setting: str | None) -> str:
    """What a picture is continued with beyond its edge, where nothing may happen."""
    return f"{room_for_title(zone, setting)}, smooth gradient, calm background"


WISHES: Mapping[str, tuple[str, str]] = {
    "dark": ("dark", "어둡게"), "light": ("bright", "밝게"), "minimal": ("simple", "단순하게"),
    "people": ("no people", "사람 없이"),
}  # fmt: skip
"""Wishes that were understood, in both languages."""
