"""What a person wants to have on the back of a book, and how it is cut into paragraphs."""

from dataclasses import dataclass

from pipeline.domain.words import tidy

HOOK_LONGEST = 90
"""A first paragraph of at most so many characters is a hook: it is set larger than what follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackWords:
    """The `blurb`, its paragraphs apart by an empty line, and a few words `about` the author."""

    blurb: str = ""
    about: str = ""

    @property
    def hook(self) -> str:
        """The short paragraph that a longer blurb begins with; empty where it does not."""
        first, *rest = paragraphs(self.blurb) or [""]
        return first if rest and len(first) <= HOOK_LONGEST else ""

    @property
    def body(self) -> list[str]:
        """The blurb's other paragraphs."""
        return paragraphs(self.blurb)[1 if self.hook else 0 :]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, tidy; a line end within one is one more."""
    return [line for line in map(tidy, text.splitlines()) if line]
