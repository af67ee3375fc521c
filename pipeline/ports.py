"""What the pipeline needs from outside, written by those who use it."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.subject import Subject


class SubjectFinder(Protocol):
    """Finds what lettering must keep clear of."""

    def subjects(self, rgb: NDArray[np.uint8]) -> tuple[Subject, ...]:
        """Faces and other subjects of a (height, width, 3) picture, heaviest first."""
        ...
