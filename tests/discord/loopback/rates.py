"""Rate limits: buckets by route, the global limit, and requests that count as invalid."""

import hashlib
import math
import time
from collections import defaultdict
from dataclasses import dataclass, field

from tests.discord.loopback.refusals import RefusedError

GLOBAL = 50
"""Requests a second, beside interaction endpoints."""
_LIMITS = (
    ("POST", "/channels/{channel}/messages", (5, 5.0)),
    ("PATCH", "/channels/{channel}/messages/{message}", (5, 5.0)),
    ("DELETE", "/channels/{channel}/messages/{message}", (5, 1.0)),
    ("POST", "/users/@me/channels", (10, 10.0)),
    ("PUT", "/applications/{application}/commands", (2, 20.0)),
)
_WEBHOOK, _OTHERS = (5, 2.0), (30, 1.0)


@dataclass
class Bucket:
    """A window of some requests."""

    most: int
    window_s: float
    began: float = 0.0
    used: int = 0
    refused_until: float = 0.0


@dataclass
class Rates:
    """Counts everything that comes in."""

    buckets: dict = field(default_factory=dict)
    invalid: dict = field(default_factory=lambda: defaultdict(int))
    """How often each of 401, 403 and 429 was answered; 10,000 in ten minutes ban an address."""
    second: Bucket = field(default_factory=lambda: Bucket(GLOBAL, 1.0))

    def admit(self, method, template, major, world):
        """Headers for the answer; refused when there were too many."""
        if template.startswith("/interactions"):
            return {}
        now = time.monotonic()
        if not template.startswith("/webhooks"):
            self._count(self.second, now, world, f"{method} {template}", scope="global")
        key = (method, template, major)
        if key not in self.buckets:
            self.buckets[key] = Bucket(*_limit(method, template))
        bucket = self.buckets[key]
        self._count(bucket, now, world, f"{method} {template}", scope="user")
        return _headers(bucket, now, method, template)

    def _count(self, bucket, now, world, request, *, scope):
        if now >= bucket.began + bucket.window_s:
            bucket.began, bucket.used = now, 0
        bucket.used += 1
        if bucket.used <= bucket.most:
            return
        world.violated("rate", f"{request}: {bucket.used} of {bucket.most} in {bucket.window_s} s")
        raise limited(bucket.began + bucket.window_s - now, scope=scope)


def _limit(method, template):
    for known, path, limit in _LIMITS:
        if (known, path) == (method, template):
            return limit
    return _WEBHOOK if template.startswith("/webhooks") else _OTHERS


def _headers(bucket, now, method, template):
    name = hashlib.md5(f"{method}{template}".encode(), usedforsecurity=False).hexdigest()
    after = max(bucket.began + bucket.window_s - now, 0.001)
    return {"X-RateLimit-Limit": str(bucket.most), "X-RateLimit-Remaining": str(bucket.most - bucket.used),
            "X-RateLimit-Reset": f"{time.time() + after:.3f}", "X-RateLimit-Reset-After": f"{after:.3f}",
            "X-RateLimit-Bucket": name}  # fmt: skip


def limited(after_s, *, scope="user", via=True):
    """The answer to who asked too often; `via` a proxy, as Discord's own answers come."""
    everywhere = scope == "global"
    refusal = RefusedError(429, 0, "You are being rate limited.")
    refusal.body_is = {"message": "You are being rate limited.", "retry_after": round(after_s, 3),
                       "global": everywhere}  # fmt: skip
    refusal.headers = {"Retry-After": str(math.ceil(after_s)), "X-RateLimit-Scope": scope}
    if via:
        refusal.headers["Via"] = "1.1 loopback"
    if everywhere:
        refusal.headers["X-RateLimit-Global"] = "true"
    else:
        refusal.headers |= {
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset-After": f"{after_s:.3f}",
        }
    return refusal
