"""How far the passes that were asked for may be ahead of those that are done."""

from collections import deque

import torch

AHEAD = 1
"""While the card does one pass the next is asked for: it never waits, and whoever joins, leaves or
looks at a picture never has more than that before him."""


class Pace:
    """Keeps the thread that asks a card for passes from running away from it.

    A captured graph is asked for in a thousandth of the time that it takes: without this all steps
    of a picture would be told as done before the first one is.
    """

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._going: deque[torch.cuda.Event] = deque()

    def passed(self) -> None:
        """A pass was asked for; wait until at most `AHEAD` before it are not done.

        Raises:
            torch.AcceleratorError: when the card failed meanwhile.
        """
        if self._device.type != "cuda":
            return
        # it sleeps instead of asking again and again: other threads have use for the processor
        event = torch.cuda.Event(blocking=True)
        event.record(torch.cuda.current_stream(self._device))
        self._going.append(event)
        if len(self._going) > AHEAD:
            self._going.popleft().synchronize()
