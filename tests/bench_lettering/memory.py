"""Prints the peak memory in MB of a process that finds, reads and erases as a worker does.

python -m tests.bench_lettering.memory PICTURE CACHE
"""

import resource
import sys
from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.engines.craft.detector import CraftDetector
from pipeline.engines.inpainting import PatchInpainter
from pipeline.engines.rapid.detector import RapidDetector
from pipeline.engines.rapid.reader import RapidReader
from pipeline.engines.readers import Readers
from pipeline.engines.tesseract import TesseractReader
from pipeline.stages.erasing import erase
from pipeline.stages.find_lettering import find_lettering
from pipeline.stages.quadrilateral import as_corners


def main() -> None:
    """One picture, all engines in one process."""
    rgb = np.asarray(Image.open(sys.argv[1]).convert("RGB"))
    finder, judge = CraftDetector(Path(sys.argv[2])), RapidDetector()
    found = find_lettering(rgb, finder, Readers(latin=RapidReader(), hangul=TesseractReader()))
    corners = [as_corners(line.polygon, rgb.shape) for line in found.lines]
    erase(rgb, corners, PatchInpainter(), finder, judge, 1)
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


if __name__ == "__main__":
    main()
