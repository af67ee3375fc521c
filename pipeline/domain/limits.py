"""How much is allowed and how often things are tried."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLimits:
    """Numbers of the queue.

    `attempts` claims make a job poison. A try that failed is repeated after about
    `backoff_s`, twice that, and so on up to `longest_backoff_s`, with jitter; `delivery_attempts` to
    bring a result last for some hours, since platforms have been away that long. `open_per_person`
    jobs of a person may wait or run, `running_per_person` run at once in a lane. A step may take
    `step_s`. A process that is told to stop finishes its running jobs within `drain_s` or hands
    them back. The queue is looked at every `poll_s` for what other processes ordered.
    """

    attempts: int = 3
    backoff_s: float = 2.0
    longest_backoff_s: float = 60.0
    delivery_attempts: int = 500
    open_per_person: int = 20
    running_per_person: int = 1
    step_s: float = 900.0
    drain_s: float = 20.0
    poll_s: float = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioLimits:
    """Numbers of the studio: megabytes of pictures per person, versions made or compared at once.

    `sampled` are the looks that one picture shows to choose from, `size` factors of an em. At most
    so many `areas` of a picture are picked at once; without picking, all is erased.
    """

    quota_mb: int = 2_000
    varied: tuple[int, int] = (1, 8)
    compared: tuple[int, int] = (2, 8)
    sampled: tuple[int, int] = (1, 8)
    size: tuple[float, float] = (0.25, 4.0)
    areas: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintingLimits:
    """Numbers of the model's process.

    Besides what the model paints at once, `ahead` more requests are handed to it: they are prepared
    and decoded beside the passes, which shall be full meanwhile. A process may take `start_s` to
    load its model, and may say nothing for `step_s` while it has work; whoever waits is told so every `look_s`. It is replaced between two pictures
    after `most_pictures`, or when its memory has grown by `most_growth_mb`, and ended
    when it had nothing to do for `idle_s`, which frees the graphics card; 0 is never, for all three.

    A process that was lost is replaced after about `backoff_s`, twice that, and so on up to
    `longest_backoff_s`. After so many `losses` within `losses_within_s`, without a picture between
    them, nothing is painted for `rest_s`. A model that cannot be loaded is not tried again
    for `refused_s`.
    """

    ahead: int = 8
    start_s: float = 600.0
    step_s: float = 300.0
    look_s: float = 2.0
    idle_s: float = 0.0
    most_pictures: int = 5_000
    most_growth_mb: int = 4_000
    backoff_s: float = 1.0
    longest_backoff_s: float = 60.0
    losses: int = 4
    losses_within_s: float = 900.0
    rest_s: float = 300.0
    refused_s: float = 30.0
