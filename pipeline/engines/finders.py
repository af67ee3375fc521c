"""Every finder of subjects that a machine has, as one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.subject import Subject
from pipeline.ports.engines import SubjectFinder


@dataclass(frozen=True, slots=True)
class Finders:
    """Serves the port `SubjectFinder` with what all of `finders` find, heaviest first."""

    finders: tuple[SubjectFinder, ...]

    def subjects(self, rgb: NDArray[np.uint8]) -> tuple[Subject, ...]:
        """The subjects of a (height, width, 3) picture; the same one may be there twice."""
        found = [subject for finder in self.finders for subject in finder.subjects(rgb)]
        return tuple(sorted(found, key=lambda subject: -subject.weight))
