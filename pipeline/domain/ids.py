"""Ids that people can type: ten letters and digits that cannot be taken for one another."""

import secrets

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10
"""49 bits: nobody guesses one, and a thousand million covers hardly ever share one."""


def new_id() -> str:
    """A random id; nothing about its owner or its time can be read from it."""
    return "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))
