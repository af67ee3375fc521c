"""Sample: a version in several typefaces, or its title in several colours, to choose from.

Every look is composed and made legible just as Restyle would do it, so that what is chosen is what
one gets.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.brief import Brief
from pipeline.domain.errors import LetteringError, VersionError
from pipeline.domain.file import File
from pipeline.domain.layout import Role
from pipeline.domain.operation import Restyle, Sample
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Document, Version
from pipeline.ports.bench import Bench
from pipeline.stages.export import proof_of
from pipeline.stages.sheet import Proof, SheetWords
from pipeline.workshop.relettering import Pixels, lettered_anew
from pipeline.workshop.restyle import restyled
from pipeline.workshop.sheet import sheet_file
from pipeline.workshop.task import Task, demand_base
from pipeline.workshop.workshop import Workshop

NAME = "samples.png"


async def sample(operation: Sample, task: Task, bench: Bench[Workshop]) -> Made:
    """The looks in the order in which they are named, each with its number.

    Raises:
        VersionError: `pairing-unknown`; `block-missing` for colours without a title.
    """
    base = demand_base(task)
    await bench.tell(Step(done=0, total=2, doing=Doing.LETTERING))
    sheet = await bench.do(sampled, task.brief, base, operation)
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING), sheet.content)
    return Made(files=(sheet,))


def sampled(workshop: Workshop, brief: Brief, base: Version, operation: Sample) -> File:
    """The picture of all looks, in a worker."""
    art = workshop.arts.pixels(base.raster)
    proofs = [_proof(workshop, base, look, art) for look in looks_of(operation)]
    return sheet_file(workshop, brief, proofs, SheetWords(title=brief.title), NAME)


def looks_of(operation: Sample) -> Sequence[Restyle]:
    """What choosing each number would order."""
    pairings = tuple(Restyle(pairing=pairing) for pairing in operation.pairings)
    title = (str(Role.TITLE),)
    return (*pairings, *(Restyle(blocks=title, colour=colour) for colour in operation.colours))


def _proof(workshop: Workshop, base: Version, look: Restyle, art: Pixels) -> Proof:
    picture = _picture(workshop, base, look, art)
    return Proof(cover=proof_of(picture), name=_name(workshop, look))


def _picture(workshop: Workshop, base: Version, look: Restyle, art: Pixels) -> Pixels:
    document = _document(workshop, base, look, art)
    return lettered_anew(workshop, document, base, art)[1]


def _document(workshop: Workshop, base: Version, look: Restyle, art: Pixels) -> Document:
    """The version in a look; as it is where it has that look, without words where they do not fit."""
    try:
        return restyled(look, workshop, base, art)
    except VersionError as error:
        if error.code != "text-unchanged":
            raise
        return base.document
    except LetteringError:
        return replace(base.document, layout=replace(base.document.layout, blocks=()))


def _name(workshop: Workshop, look: Restyle) -> str:
    if look.pairing is None:
        return look.colour or ""
    catalogue = workshop.library.catalogue
    return catalogue.faces[catalogue.pairing(look.pairing).title.face].family
