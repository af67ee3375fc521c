"""Print how well motifs are chosen: `python -m tests.motifs`."""

from pipeline.stages.ranking import rank
from tests.motifs.labelled import PLAIN, Labelled, encoder, labelled, measure, motifs


def chosen(brief: Labelled) -> list[str]:
    """The names of the concepts chosen for a brief, best first."""
    ranked = rank(brief.title, brief.summary, motifs(), encoder(), PLAIN)
    return [concept.name for concept, _ in ranked]


def main() -> None:
    """One line for each part and language."""
    briefs = labelled()
    print("part    language  briefs  precision@3  of three  answered  shown  false hits")
    for part in ("tune", "unseen"):
        for language in ("english", "korean"):
            group = [(b, chosen(b)) for b in briefs if (b.part, b.language) == (part, language)]
            f = measure(group)
            print(
                f"{part:7} {language:8} {f.briefs:7d} {f.precision:12.2f} {f.of_three:9.2f}"
                f" {f.answered:9.2f} {f.shown:6.2f} {f.false_hits:11.2f}"
            )


if __name__ == "__main__":
    main()
