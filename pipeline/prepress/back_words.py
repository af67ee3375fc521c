"""What a person wants to have on the back of a book, and how it is cut into paragraphs."""

from dataclasses import dataclass

from pipeline.domain.words import tidy

HOOK_LONGEST, ALONE_LONGEST = 90, 150
"""A first paragraph of at most so many characters is a hook, and set larger than what follows; one
that nothing follows may be longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackWords:
    """The `blurb`, its paragraphs apart by an empty line, and a few words `about` the author."""

    blurb: str = ""
    about: str = ""

    @property
    def hook(self) -> str:
        """The short paragraph that a blurb begins with, or is; empty where it is none."""
        first, *rest = paragraphs(self.blurb) or [""]
        return first if len(first) <= (HOOK_LONGEST if rest else ALONE_LONGEST) else ""

    @property
    def body(self) -> list[str]:
        """The blurb's other paragraphs."""
        return paragraphs(self.blurb)[1 if self.hook else 0 :]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, tidy; a line end within one is one more."""
    return [line for line in map(tidy, text.splitlines()) if line]
