"""Putting a training together: the model, the adapter, and the data as the model sees them."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from pipeline.training.chance import plant
from pipeline.training.events import Doing, Phase, Tell
from pipeline.training.flaws import Examination, Specimen
from pipeline.training.latents import LatentCache
from pipeline.training.learning import Learning
from pipeline.training.lora import Lora
from pipeline.training.machine import Machine
from pipeline.training.measuring import Held
from pipeline.training.model import Model
from pipeline.training.noising import Noising
from pipeline.training.order import Order
from pipeline.training.painting import NEGATIVE
from pipeline.training.samples import Samples
from pipeline.training.settings import Training
from pipeline.training.texts import Reading

MOST_HELD = 8
"""So many held-out pictures are measured at most: each costs five passes every time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A training that is ready to begin: `held` is None where nothing is held out."""

    model: Model
    lora: Lora
    reading: Reading
    learning: Learning
    held: Held | None


def assembled(
    training: Training, examination: Examination, model: Model, machine: Machine, tell: Tell
) -> Course:  # fmt: skip
    """Encode the data and put the adapter on; then only what learns stays on the device."""
    recipe = training.recipe
    held = examination.held_out[:MOST_HELD]
    specimens = [*examination.learnt, *held]
    moments = _encoded(training, model, machine, specimens, tell)
    trained_text = model.text_encoder if recipe.text_encoder else None
    lora = Lora(model.unet, trained_text, rank=recipe.rank, alpha=recipe.alpha, seed=recipe.seed)
    reading = _read(training, model, machine, specimens, tell)
    noising = Noising(model.noise, recipe.gamma)
    count, scale = len(examination.learnt), float(model.vae.config["scaling_factor"])
    captions = [one.example.caption for one in specimens]
    order = Order([one.size for one in examination.learnt], recipe.batch, recipe.seed)
    samples = Samples(moments[:count], captions[:count], order, recipe, noising, scale)
    _ready(model, machine, checkpointing=recipe.checkpointing)
    plant(recipe.seed)
    return Course(
        model=model, lora=lora, reading=reading,
        learning=Learning(model.unet, lora, reading, samples, noising, recipe, machine),
        held=Held([one[0] for one in moments[count:]], captions[count:], steps=noising.steps,
                  scale=scale, seed=recipe.seed) if held else None,
    )  # fmt: skip


def _encoded(
    training: Training, model: Model, machine: Machine, specimens: Sequence[Specimen], tell: Tell
) -> list[list[torch.Tensor]]:
    """The moments of every picture; the VAE is on the device only for that."""
    model.vae.to(machine.device)
    cache = LatentCache(training.out / "cache", model.vae, model.vae_revision)
    moments = cache.all(
        specimens, flip=training.recipe.flip,
        told=lambda done, total: tell(Doing(phase=Phase.ENCODING, done=done, total=total)),
    )  # fmt: skip
    model.vae.to("cpu")
    machine.let_go()
    return moments


def _read(
    training: Training, model: Model, machine: Machine, specimens: Sequence[Specimen], tell: Tell
) -> Reading:
    """The captions, read beforehand unless the text encoder learns too."""
    learns = training.recipe.text_encoder
    reading = Reading(model.tokenizer, model.text_encoder, remember=not learns)
    model.text_encoder.to(machine.device)
    if not learns:
        tell(Doing(phase=Phase.READING, done=0, total=1))
        captions = [one.example.caption for one in specimens]
        reading.learn(["", NEGATIVE, *training.rhythm.prompts, *captions])
        model.text_encoder.to("cpu")
        machine.let_go()
    return reading


def _ready(model: Model, machine: Machine, *, checkpointing: bool) -> None:
    """Put the UNet on the device, with as little memory as is asked for.

    A text encoder that learns keeps a hundredth of what the UNet keeps: it computes nothing twice.
    """
    model.unet.to(machine.device)
    if checkpointing:
        model.unet.enable_gradient_checkpointing()
