"""The probes of a whole layout, and which of its blocks need none."""

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.layout import Layout, TextBlock, Tone
from pipeline.typography.effects import reach_of
from pipeline.typography.legibility import Probe, probe_of
from pipeline.typography.library import FaceLibrary
from pipeline.typography.paper import Paper, paper_of
from pipeline.typography.placement import under
from pipeline.typography.toning import FADE, band, whole


class Probes:
    """A probe of each block of a layout, cut out when it is first needed."""

    def __init__(
        self, layout: Layout, art: NDArray[np.uint8], library: FaceLibrary, was: Layout | None
    ) -> None:
        """Probes over `art`, (height, width, 3) RGB; `was` is what was looked at before."""
        self._layout = layout
        self._art = art
        self._library = library
        self._was = was
        self._cut: dict[int, Probe] = {}

    def __len__(self) -> int:
        """How many blocks there are."""
        return len(self._layout.blocks)

    def __getitem__(self, index: int) -> Probe:
        """The probe of a block by its number in the layout."""
        if index not in self._cut:
            block = self._layout.blocks[index]
            self._cut[index] = probe_of(self._layout, block, self._art, self._library)
        return self._cut[index]

    def paper(self, layout: Layout, index: int) -> Paper | None:
        """The paper that a tone would darken; None while nobody has placed any text."""
        if not any(block.locked for block in layout.blocks):
            return None
        ground = band(whole(layout.blocks[index], layout), layout)
        tone = Tone(box=ground, colour="#000000", strength=1.0, fade=FADE)
        return paper_of(under(self._art, reach_of(tone, layout.aspect)))

    def trusts(self, layout: Layout, index: int) -> bool:
        """Whether the block was looked at before, just as it is."""
        was, block = self._was, layout.blocks[index]
        return was is not None and block in was.blocks and _over(block, layout) == _over(block, was)


def _over(block: TextBlock, layout: Layout) -> list[Tone]:
    """The tones that reach a block and the ground that it is compared with."""
    near = block.box.inset(-0.5 * block.size / min(1.0, layout.aspect), -0.5 * block.size)
    return [tone for tone in layout.tones if reach_of(tone, layout.aspect).overlap(near) > 0]
