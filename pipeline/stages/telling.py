"""What the files of a drawn cover will say about it, before its composition is known."""

from dataclasses import dataclass

from pipeline.illustrator.recipe import Recipe, Scene
from pipeline.stages.alt_text import Depiction, alt_text
from pipeline.stages.depicted import depicted
from pipeline.stages.imprint import Imprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Title, author, subject (the genre) and language (BCP 47) of a cover that will be drawn.

    `manner` is the technique in words, `otherwise` what such a cover shows without any motif.
    """

    title: str
    author: str = ""
    subject: str = ""
    manner: str = ""
    otherwise: str = ""
    language: str = "en"

    def of(self, recipe: Recipe, scene: Scene) -> Imprint:
        """The imprint of a scene; its keywords are what the scene shows."""
        motifs = depicted(recipe, scene, self.language)
        seen = motifs or ((self.otherwise,) if self.otherwise else ())
        depiction = Depiction(title=self.title, author=self.author, motifs=seen,
                              manner=self.manner)  # fmt: skip
        return Imprint(title=self.title, author=self.author, subject=self.subject,
                       description=alt_text(depiction, self.language), keywords=motifs,
                       language=self.language)  # fmt: skip
