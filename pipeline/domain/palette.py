"""A recipe's colours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Named colours (`#rrggbb`) of one mood.

    `colours` are in the order that its recipe documents; `inks` are for lettering, best first;
    `dark` says that the ground is darker than the lettering. `about` are the concepts and
    settings (by name) whose own colours these are, as pink is a blossom's; empty suits anything.
    """

    name: str
    colours: tuple[str, ...]
    inks: tuple[str, ...]
    dark: bool
    about: tuple[str, ...] = ()
