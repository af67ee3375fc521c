"""What a model is asked to paint in the place of lettering: plain ground, in the picture's own words.

detextify (Gudkov, 2023) asks for a "plain background" and nothing else; told the ground's colour
and what is painted around it, models put fewer things of their own there.
"""

import numpy as np

from pipeline.domain.painting import Painting
from pipeline.ports.lettering import Mask, Pixels
from pipeline.stages.colour_names import colour_named
from pipeline.stages.prompt import Room
from pipeline.stages.prompt_words import AGAINST_FRAMES, AGAINST_LETTERING

NEGATIVE = f"{AGAINST_LETTERING}, {AGAINST_FRAMES}"
PLAIN = "plain background"


def fill_prompts(ground: Pixels, mask: Mask, painting: Painting | None, room: Room) -> list[str]:
    """Prompts from the plainest to the one that says most; at least two.

    `ground` is the picture without its lettering, which was under `mask`. The words that a
    picture was painted of are asked for again, where it was and they have room.
    """
    colour = _colour_of(ground, mask)
    said = [PLAIN, f"plain {colour} background, smooth, empty"]
    if painting is not None and painting.prompt:
        said.append(f"plain {colour} background, {painting.prompt}")
    return [one for one in said if room.count(one) <= room.tokens] or [PLAIN]


def _colour_of(ground: Pixels, mask: Mask) -> str:
    inside = ground[mask]
    middle = np.median(inside, axis=0) if len(inside) else np.full(3, 127)
    return colour_named("#" + bytes(int(value) for value in middle).hex(), "en")
