"""What a model is asked to paint, how far it is, and what came of it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Sampler(StrEnum):
    """How noise becomes a picture: the families of schedulers that diffusers has."""

    DPM = "dpm++"
    DPM_KARRAS = "dpm++-karras"
    DPM_SDE = "dpm++-sde"
    PNDM = "pndm"
    EULER = "euler"
    EULER_A = "euler-a"
    HEUN = "heun"
    UNIPC = "unipc"
    DDIM = "ddim"
    DDPM = "ddpm"
    LMS = "lms"
    LCM = "lcm"
    TCD = "tcd"


class Engine(StrEnum):
    """What makes the art of a cover, as people ask for it."""

    ILLUSTRATOR = "illustrator"
    PAINTER = "painter"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterUse:
    """A LoRA as it is used in a picture: the file with `sha256`, at `weight` (1.0: as trained)."""

    name: str
    sha256: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a picture is denoised. `guidance` of 1 or less leaves the negative prompt out."""

    sampler: Sampler = Sampler.DPM
    steps: int = 20
    guidance: float = 7.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintRequest:
    """One picture to paint. `width` and `height` are multiples of 8, in pixels.

    With a `source` (an image file of any size, fitted to `width` x `height`) the picture begins
    from it, and `strength` from 0 to 1 says how little of it stays. With a `mask` besides (an
    image file; white is painted, black kept to the pixel) only a part is painted.

    `words` are those that a scene-text model letters into the masked part; the prompt is then its
    instruction, and the picture comes back as the model made it, outside the mask as well.

    `person` is whose turn it takes. `buckets` asks for the batch sizes that `PaintRecord.buckets`
    tells of an earlier picture: with them, and the same model, dtype and versions, the same
    request gives the same bits, alone or in company; of a compiled model, in company that has
    adapters where it had some then.
    """

    prompt: str
    negative: str = ""
    width: int
    height: int
    seed: int
    manner: Manner = field(default_factory=Manner)
    adapters: tuple[AdapterUse, ...] = ()
    source: bytes | None = field(default=None, repr=False)
    mask: bytes | None = field(default=None, repr=False)
    strength: float = 1.0
    words: str = ""
    person: str = ""
    buckets: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintStep:
    """`done` of `total` denoising steps; a small JPEG of the picture so far every few steps."""

    done: int
    total: int
    preview: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintRecord:
    """What a picture depends on besides its request.

    `model` is a repository's name or a folder's, `revision` what identifies its weights.
    `buckets` are the batch sizes (rows of a forward pass, padding included) that it went through,
    run-length encoded: "4*12,8*8". `versions` are pairs of a library and its version.
    """

    model: str
    revision: str = ""
    device: str
    dtype: str
    buckets: str
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedPicture:
    """A finished picture as a PNG file of `width` x `height` pixels, and what it depends on."""

    content: bytes = field(repr=False)
    width: int
    height: int
    record: PaintRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """How a painted picture was continued: a window at `x`, `y` of the whole, in pixels."""

    prompt: str
    seed: int
    x: int
    y: int
    width: int
    height: int
    record: PaintRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Painting:
    """How the art of a version was painted: enough to paint it again, and to say what was understood.

    `width` and `height` are those that it was painted in, before any of its `extensions`.
    `source` is the SHA-256 of the picture that it began from (empty: none). `understood` are the
    things of the brief that the prompt asks for, in the brief's language; `left_out` are sentences
    of it that found no room. A fork has no `prompt`, which stays with its owner.
    """

    prompt: str
    negative: str
    seed: int
    manner: Manner
    width: int
    height: int
    adapters: tuple[AdapterUse, ...] = ()
    source: str = ""
    strength: float = 1.0
    record: PaintRecord
    understood: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    extensions: tuple[Extension, ...] = ()
