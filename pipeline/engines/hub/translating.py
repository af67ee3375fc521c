"""What the hub's library raises, in our words."""

from collections.abc import Generator
from contextlib import contextmanager

from pipeline.domain.errors import ModelError

_AGAIN = {408, 425, 429, 500, 502, 503, 504}
"""What a server says that may answer later."""


@contextmanager
def translated(
    repository: str, revision: str, again: type[Exception] | None = None
) -> Generator[None]:
    """Raise a ModelError for what the library raises about a repository.

    What may go by itself is raised as `again` where that is given.

    Raises:
        ModelError: `hub-gated`, `hub-unknown`, `hub-revision`, `hub-offline`, `hub-unreachable`.
    """
    import httpx2  # noqa: PLC0415 - the library's own client
    from huggingface_hub import errors  # noqa: PLC0415

    try:
        yield
    except errors.OfflineModeIsEnabled as error:
        raise ModelError("hub-offline", repository=repository) from error
    except errors.GatedRepoError as error:
        raise ModelError("hub-gated", repository=repository) from error
    except errors.RevisionNotFoundError as error:
        raise ModelError("hub-revision", repository=repository, revision=revision) from error
    except (errors.RepositoryNotFoundError, errors.HFValidationError) as error:
        raise ModelError("hub-unknown", repository=repository) from error
    except errors.HfHubHTTPError as error:
        raise _refused(error.response.status_code, repository, again) from error
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        reason = str(error) or type(error).__name__
        if again is not None and isinstance(error, httpx2.TransportError):
            raise again(reason) from error
        raise ModelError("hub-unreachable", repository=repository, reason=reason) from error


def _refused(status: int, repository: str, again: type[Exception] | None) -> Exception:
    """The error for an answer that is none of those with a name."""
    if status == 401 and again is None:  # how a hub answers for what is not there, or private
        return ModelError("hub-unknown", repository=repository)
    if status in {401, 403}:
        return ModelError("hub-gated", repository=repository)
    if again is not None and status in _AGAIN:
        return again(f"HTTP {status}")
    return ModelError("hub-unreachable", repository=repository, reason=f"HTTP {status}")
