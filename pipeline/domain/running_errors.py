"""Errors of what does the asked for: queue, storage, platforms; `errors` draws the tree of all."""

from collections.abc import Mapping
from typing import ClassVar

from pipeline.domain.error import ArtiCoverError


class JobError(ArtiCoverError):
    """A job is not there, not yours, or not in the state for what is asked."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "job-missing": ("job",),
        "job-not-yours": ("job",),
        "job-not-queued": ("job",),
        "job-not-held": ("job",),
        "job-not-done": ("job",),
        "job-ended": ("job",),
    }


class QueueError(ArtiCoverError):
    """The queue takes no further job just now; nothing was stored."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "queue-full-person": ("limit",),
    }

    @property
    def retryable(self) -> bool:
        """Jobs end, and then there is room."""
        return True


class QuotaError(ArtiCoverError):
    """A person's pictures take all the room they may."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "quota-full": ("used_mb", "limit_mb"),
        "quota-full-owner": (),
    }


class WorkError(ArtiCoverError):
    """A job's run ended without a result."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "work-lost": ("attempts",),
        "work-crashed": (),
        "work-too-long": ("seconds",),
        "work-memory": (),
        "work-library": ("reason",),
        "work-failed": ("kind",),
    }

    @property
    def retryable(self) -> bool:
        """A crash, a stall or a lack of memory may pass; `work-lost` has been tried enough."""
        return self.code in {"work-crashed", "work-too-long", "work-memory"}


class DeliveryError(ArtiCoverError):
    """A result could not be brought to the person; it is kept in their history."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "delivery-unavailable": ("platform",),
        "delivery-gone": ("platform",),
        "delivery-refused": ("platform", "reason"),
        "delivery-spent": ("platform", "attempts"),
    }

    @property
    def retryable(self) -> bool:
        """A platform comes back; a place that is gone, or a refusal, does not."""
        return self.code == "delivery-unavailable"


class StorageError(ArtiCoverError):
    """The database or the pictures cannot be read or written; nothing was acknowledged."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "storage-unavailable": ("reason",),
        "storage-busy": (),
        "storage-full": (),
        "storage-stalled": ("job",),
        "storage-read-only": ("path",),
        "storage-damaged": ("reason",),
        "storage-url": ("url",),
        "storage-behind": ("command",),
        "storage-ahead": (),
        "blob-missing": ("sha256",),
        "blob-damaged": ("sha256",),
    }

    @property
    def retryable(self) -> bool:
        """Databases come back and room can be made; the rest needs somebody's hand."""
        return self.code in {"storage-unavailable", "storage-busy", "storage-full"}


class ServiceError(ArtiCoverError):
    """The service cannot start: a port, a setting, or a chat platform stands in the way."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "service-port": ("host", "port", "reason"),
        "setting-whole-number": ("name", "value", "least"),
        "setting-range": ("name", "value", "least", "most"),
        "setting-number": ("name", "value"),
        "setting-choice": ("name", "value", "choices"),
        "token-missing": (),
        "setting-file": ("name", "path", "reason"),
        "setting-address": ("name", "schemes"),
        "setting-secret": ("name",),
        "setting-address-telegram": ("name", "host"),
        "setting-secret-short": ("name", "least"),
        "setting-admins": ("value",),
        "token-refused": ("platform",),
        "platform-unreachable": ("platform",),
    }

    @property
    def retryable(self) -> bool:
        """A platform comes back; the rest needs another setting."""
        return self.code == "platform-unreachable"


class OutputError(ArtiCoverError):
    """Files cannot be written; nothing half-written is left behind."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "output-exists": ("path", "count"),
        "output-no-space": ("path",),
        "output-not-writable": ("path",),
        "output-not-a-folder": ("path",),
        "output-is-a-folder": ("path",),
        "output-name-too-long": ("path",),
        "output-failed": ("path", "reason"),
    }

    @property
    def retryable(self) -> bool:
        """Room can be made, and a failing disk may recover; the rest needs another place."""
        return self.code in {"output-no-space", "output-failed"}
