"""A DiffSTE model that was converted, as it lies in its folder. Nothing heavy is imported.

`config.json` has the sizes of its parts, `model.safetensors` the tensors of all four networks,
`tokenizer/` CLIP's vocabulary, and `NOTICE.txt` says where it is from and under whose terms.
"""

from pathlib import Path

from pipeline.domain.errors import ModelError
from pipeline.engines.diffste.sizes import Sizes, read_sizes
from pipeline.engines.diffste.vocabulary import Vocabulary, demand_fitting, read_vocabulary
from pipeline.engines.diffusion.weights import demand_part, read_json

CONFIG = "config.json"
WEIGHTS = "model.safetensors"
TOKENIZER = "tokenizer"
NOTICE = "NOTICE.txt"


def fault_of(folder: Path) -> ModelError | None:
    """Why the model in a folder cannot be used; None when it can."""
    try:
        vocabulary_of(folder, sizes_of(folder))
    except ModelError as error:
        return error
    return None


def sizes_of(folder: Path) -> Sizes:
    """The sizes of the model in a folder, whose weights are complete.

    Raises:
        ModelError: `writer-missing` when there is none, `writer-damaged`.
    """
    if not (folder / CONFIG).is_file():
        raise ModelError("writer-missing", path=str(folder))
    try:
        demand_part(folder, folder.name)
        return read_sizes(read_json(folder / CONFIG, folder.name))
    except ModelError as error:
        raise damaged(folder, str(error.facts.get("reason", WEIGHTS))) from error
    except ValueError as error:
        raise damaged(folder, f"{folder.name}/{CONFIG}") from error


def vocabulary_of(folder: Path, sizes: Sizes) -> Vocabulary:
    """The vocabulary of the model in a folder.

    Raises:
        ModelError: `writer-damaged`.
    """
    try:
        found = read_vocabulary(folder / TOKENIZER)
        demand_fitting(found, folder, sizes.clip_vocabulary)
    except ModelError as error:
        raise damaged(folder, f"{folder.name}/{TOKENIZER}") from error
    return found


def damaged(folder: Path, reason: str) -> ModelError:
    """What is told of a folder, with the file that is wrong in it."""
    return ModelError("writer-damaged", path=str(folder), reason=reason)
