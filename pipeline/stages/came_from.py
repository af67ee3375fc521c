"""Where the art of a cover came from, as it stands in the cover's JSON file."""

from dataclasses import asdict
from typing import Any

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.retouch_json import retouch_values
from pipeline.domain.version import Document


def came_from(document: Document) -> dict[str, Any]:
    """The choice that was drawn, or the picture that was brought, as plain values."""
    match document.art:
        case Drawn(choice=choice, composition=composition):
            concepts = [concept.name for concept in choice.concepts]
            return {"choice": asdict(choice) | {"concepts": concepts, "composition": composition}}
        case Brought(origin=origin, retouches=retouches):
            return {"art": asdict(origin), "pairing": document.pairing,
                    "retouches": retouch_values(retouches)}  # fmt: skip
        case Painted(origin=origin, painting=painting, retouches=retouches):
            return {"art": asdict(origin), "painting": asdict(painting), "pairing": document.pairing,
                    "retouches": retouch_values(retouches)}  # fmt: skip
