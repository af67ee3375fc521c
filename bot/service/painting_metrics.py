"""Metrics of the model that paints, and of the life of its process."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from pipeline.domain.event import Painted, PainterEnded, PainterLost, PainterRested, PainterStarted

PICTURE_S = (0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 900)
"""From one step on a fast card to a picture on a processor."""
LOAD_S = (1, 2, 5, 10, 20, 40, 80, 160, 320, 640)


class PaintingMetrics:
    """What happened to the painter of this process since it began."""

    def __init__(self, registry: CollectorRegistry) -> None:
        """Metrics in `registry`; all is zero where nothing paints."""

        def counter(name: str, text: str, *labels: str) -> Counter:
            return Counter(f"articover_{name}", text, labels, registry=registry)

        def histogram(name: str, text: str, buckets: tuple[float, ...]) -> Histogram:
            return Histogram(f"articover_{name}_seconds", text, buckets=buckets, registry=registry)

        self._open = Gauge("articover_painter_open", "Whether the model is loaded.",
                           registry=registry)  # fmt: skip
        self._load = histogram("painter_load", "From start of its process to loaded.", LOAD_S)
        self._lost = counter("painter_lost", "Processes of the model that were lost.", "why")
        self._cut = counter("painter_pictures_lost", "Pictures in hand when they were.")
        self._ended = counter("painter_ended", "Processes that were ended on purpose.", "why")
        self._rests = counter("painter_rests", "Times that the model was lost too often.")
        self._picture = histogram("picture", "From a picture's admission to its end.", PICTURE_S)
        self._waited = histogram("picture_waited", "What it waited before that.", PICTURE_S)
        self._steps = counter("picture_steps", "Denoising steps of finished pictures.")

    def count(
        self, event: PainterStarted | PainterLost | PainterEnded | PainterRested | Painted
    ) -> None:
        """Count an event."""
        match event:
            case PainterStarted():
                self._open.set(1)
                self._load.observe(event.seconds)
            case PainterLost():
                self._open.set(0)
                self._lost.labels(event.why).inc()
                self._cut.inc(event.tickets)
            case PainterEnded():
                self._open.set(0)
                self._ended.labels(event.why).inc()
            case PainterRested():
                self._rests.inc()
            case Painted():
                self._picture.observe(event.seconds)
                self._waited.observe(event.waited_s)
                self._steps.inc(event.steps)
