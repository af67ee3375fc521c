"""`articover bot` that enlarges pictures by repeating their pixels, and takes its time about each tile.

Everything else is the real thing. Once the file that `HOLD` names is there, it hurries.
"""

import os
import sys
import time
from pathlib import Path

from bot import __main__ as whole
from bot.__main__ import stocked_workshop
from tests.chats.quick_bot import HOLD
from tests.enlarging import RepeatingUpscaler, with_upscaler

TILE_S = 0.3


class SlowUpscaler(RepeatingUpscaler):
    """As long about a tile as a model is on a small machine."""

    def enlarged(self, tiles, weights):
        if not Path(os.environ[HOLD]).exists():
            time.sleep(TILE_S * len(tiles))
        return super().enlarged(tiles, weights)


def slow_workshop(*parts, **named):
    """The workshop of a worker process of this bot."""
    return with_upscaler(stocked_workshop(*parts, **named), SlowUpscaler())


def main():
    """Run the bot."""
    whole.stocked_workshop = slow_workshop
    return whole.main(["bot"])


if __name__ == "__main__":
    # by its real name, as worker processes import it
    from tests.chats.slow_bot import main as by_name

    sys.exit(by_name())
