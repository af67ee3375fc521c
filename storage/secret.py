"""A secret of the installation's own, made once and kept beside its data."""

import secrets
from pathlib import Path

from storage.disk_faults import disk_told
from storage.durable import draft_name, remove, sync_folder, write_new

SECRET = "secret.key"  # noqa: S105 - a file's name
_BYTES = 32
_OWNER_ONLY = 0o600


def own_secret(data: Path) -> str:
    """The secret of the folder `data`; the first who asks makes it.

    Nobody but its owner can read the file. Of several processes that ask at once all get the same.

    Raises:
        StorageError: when it can be neither read nor made.
    """
    path = data / SECRET
    with disk_told(path):
        if not path.exists():
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
            _make(path)
        return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    """Give a whole file the name `path`, unless somebody was quicker."""
    draft = path.with_name(draft_name())
    write_new(draft, secrets.token_urlsafe(_BYTES).encode(), mode=_OWNER_ONLY)
    try:
        path.hardlink_to(draft)
        sync_folder(path.parent)
    except FileExistsError:
        pass
    finally:
        remove(draft)
