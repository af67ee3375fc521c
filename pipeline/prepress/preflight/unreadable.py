"""What says that a picture's samples cannot be had."""


class Unreadable(Exception):  # noqa: N818 - no error of ours: the image is left out of account
    """The samples cannot be had."""
