"""What tests of DiffSTE are written with: the original's inputs and outputs, and one run of ours.

tests/fixtures/diffste/README.md says how they were made, and which tolerances are right.
"""

import io
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from pipeline.domain.painting import Manner, PaintRequest, Sampler
from pipeline.engines.diffste.engine import open_writer
from tests.diffusion.painting import ends, painted, settings_of

FIXTURES = Path(__file__).parent.parent / "fixtures" / "diffste"
CHECKPOINT = FIXTURES / "tiny_diffste.ckpt"
TOKENIZER = FIXTURES / "tokenizer"
SCALE = 0.18215


def told(name):
    """A file of JSON."""
    return json.loads((FIXTURES / name).read_text(encoding="utf-8"))


def arrays(name) -> dict:
    """A file of numpy as tensors."""
    with np.load(FIXTURES / name) as held:
        return {key: torch.from_numpy(held[key]) for key in held}


def apart(one, other) -> float:
    """The largest difference."""
    assert one.shape == other.shape
    return (one.float() - other.float()).abs().max().item()


def letters(words="wizards", *, instruction="", side=64, seed=13, steps=2, guidance=7.5, **more):
    """A request for words in the picture of the fixture."""
    manner = Manner(sampler=Sampler.DDIM, steps=steps, guidance=guidance)
    given = {"source": (FIXTURES / "image.png").read_bytes(),
             "mask": (FIXTURES / "mask.png").read_bytes()}  # fmt: skip
    return PaintRequest(prompt=instruction or f'Write "{words}"', words=words, width=side,
                        height=side, seed=seed, manner=manner, **{**given, **more})  # fmt: skip


def writer(folder, **more):
    """An engine of a converted model, on the processor in float32."""
    return open_writer(settings_of(folder, **more))


class Watched:
    """One run of the engine; what its networks saw and said, in the order of the steps.

    `seen` are the inputs of the UNet (rows, 9, h, w), `told` its conditions, `said` its outputs,
    `last` the latents that were decoded, as they come from the last step.
    """

    def __init__(self, folder, request):
        self.seen, self.told, self.said, self.times = [], [], [], []
        by = writer(folder)
        pipe = by._pipelines.first
        pipe.unet.register_forward_hook(self._forwarded, with_kwargs=True)
        decode = pipe.vae.decode

        def decoded(latents, *given, **named):
            self.last = latents * SCALE
            return decode(latents, *given, **named)

        pipe.vae.decode = decoded
        self.picture = ends(painted(by, {"a": request}))["a"]

    def _forwarded(self, _unet, given, named, made):
        self.seen.append(given[0])
        self.times.append(int(given[1]))
        self.told.append(named["encoder_hidden_states"])
        self.said.append(made[0])

    def colours(self):
        """(3, height, width) from 0 to 1."""
        picture = Image.open(io.BytesIO(self.picture.content)).convert("RGB")
        return torch.from_numpy(np.asarray(picture).astype(np.float32) / 255).permute(2, 0, 1)
