"""How much may be sent when: a message a second in a chat, twenty a minute in a group, thirty a second."""

from collections import defaultdict, deque
from collections.abc import Callable

from tests.telegram.loopback.texts import Blame
from tests.telegram.loopback.wire import RefusalError


class Pace:
    """Counts what is sent; `burst` messages may come at once in a chat, then one every `spacing_s`.

    Like Telegram it refuses only far beyond that (`flood` messages too many), but everything beyond
    is a broken rule. Where it asked to wait, anything sent earlier is one too.
    """

    def __init__(
        self, clock: Callable[[], float], *, burst: int = 1, spacing_s: float = 1.0,
        group: int = 20, minute_s: float = 60.0, overall: int = 30, flood: int = 10,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._burst, self._spacing_s = burst, spacing_s
        self._group, self._minute_s, self._overall = group, minute_s, overall
        self._flood = flood
        self._calls: dict[int, deque[float]] = defaultdict(lambda: deque(maxlen=burst + 20))
        self._chats: dict[int, deque[float]] = defaultdict(deque)
        self._all: deque[float] = deque()
        self._quiet: dict[int | None, float] = {}

    def quiet(self, chat: int | None, seconds: float) -> None:
        """Let nothing be sent to a chat (None: to any) for so long."""
        self._quiet[chat] = self._clock() + seconds

    def demand_quiet_kept(self, chat: int | None, blame: Blame) -> None:
        """Look whether it was asked to wait.

        Raises:
            RefusalError: 429, for the rest of the time.
        """
        now = self._clock()
        left = max(self._quiet.get(about, now) - now for about in {None, chat})
        if left > 0:
            blame("retry_after", f"sent {left:.2f} s too early")
            rest = max(1, round(left))
            raise RefusalError(f"Too Many Requests: retry after {rest}", 429, retry_after=rest)

    def sent(self, chat: int, count: int, blame: Blame) -> None:
        """Count messages that go to a chat now; an album is one call with several.

        Raises:
            RefusalError: 429, far beyond what may be.
        """
        now, calls, mine = self._clock(), self._calls[chat], self._chats[chat]
        calls.append(now)
        mine.extend([now] * count)
        self._all.extend([now] * count)
        while mine[0] <= now - self._minute_s:
            mine.popleft()
        while self._all[0] <= now - 1.0:
            self._all.popleft()
        # of n calls in a row, the first and the last are n - burst spacings apart, or more
        for n in range(self._burst + 1, len(calls) + 1):
            apart = now - calls[-n]
            if apart < (n - self._burst) * self._spacing_s * 0.995:
                blame("rate in a chat", f"{n} messages within {apart:.2f} s in {chat}")
                break
        if chat < 0 and len(mine) > self._group:
            blame("rate in a group", f"{len(mine)} messages in a minute in {chat}")
        if len(self._all) > self._overall:
            blame("rate in all", f"{len(self._all)} messages in a second")
        if len(self._all) > self._overall + self._flood:
            self.quiet(None, 1)
            raise RefusalError("Too Many Requests: retry after 1", 429, retry_after=1)
