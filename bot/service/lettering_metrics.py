"""Metrics of what was done about lettering in pictures."""

from prometheus_client import CollectorRegistry, Counter

from pipeline.domain.event import LetteringTreated


class LetteringMetrics:
    """What was found, erased and left in the pictures of this process since it began."""

    def __init__(self, registry: CollectorRegistry) -> None:
        """Metrics in `registry`."""

        def counter(name: str, text: str, *labels: str) -> Counter:
            return Counter(f"articover_{name}", text, labels, registry=registry)

        self._lines = counter("lettering_lines", "Lines found in pictures, erased, and left.",
                              "result", "kind")  # fmt: skip
        self._pictures = counter("lettering_pictures", "Pictures whose lettering was erased.",
                                 "eraser", "by_itself")  # fmt: skip
        self._faults = counter("lettering_faults", "Painted pictures that were kept as they are.",
                               "code")  # fmt: skip

    def count(self, event: LetteringTreated) -> None:
        """Count an event."""
        if event.fault:
            self._faults.labels(event.fault).inc()
        for result in ("found", "erased", "left"):
            self._lines.labels(result, event.kind).inc(getattr(event, result))
        if event.erased:
            self._pictures.labels(event.eraser, "yes" if event.by_itself else "no").inc()
