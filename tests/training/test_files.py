"""The files of a training: loadable by the stock pipeline, small, and honest about their origin."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
import torch
from diffusers import StableDiffusionPipeline, UNet2DConditionModel
from PIL import Image
from safetensors import safe_open
from safetensors.torch import load_file, save
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from pipeline.domain.adapter import Base, LoraLayout
from pipeline.domain.errors import ModelError, TrainingError
from pipeline.engines.lora.file import read_lora
from pipeline.training import layouts
from pipeline.training.exporting import Origin, provenance
from pipeline.training.lora import Lora
from pipeline.training.machine import machine
from pipeline.training.model import family, load_model
from pipeline.training.settings import Precision
from tests.diffusion.test_legacy import published
from tests.training.course import BLANK, RHYTHM, go, looked_at, training
from tests.training.covers import write_covers

__all__ = ("published",)

MOST_BYTES = {torch.float16: 1_700_000, torch.float32: 3_250_000}
"""What a file of rank 4 may take; 16 bits are the default, which is far below the 3.2 MB asked for.

In 32 bits the numbers alone take 3,188,736 bytes, and 256 names with their places 35 kB besides.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return looked_at(write_covers(tmp_path_factory.mktemp("covers"), 8))


def painted(models, name, file=None, weights=None):
    """A picture's latents by the stock pipeline, with the LoRA of a file, or with `weights`."""
    pipe = StableDiffusionPipeline.from_pretrained(models / name, safety_checker=None)
    pipe.set_progress_bar_config(disable=True)
    if file is not None:
        pipe.load_lora_weights(file.parent, weight_name=file.name, adapter_name="one")
    if weights is not None:
        text = any(key.startswith("text_encoder") for key in weights)
        lora = Lora(pipe.unet, pipe.text_encoder if text else None, rank=4, alpha=8.0, seed=0)
        lora.put(weights)
    return pipe("dark castle", width=64, height=96, num_inference_steps=3, output_type="latent",
                generator=torch.Generator().manual_seed(1)).images  # fmt: skip


@pytest.mark.parametrize("text_encoder", [False, True])
def test_both_files_paint_what_the_model_in_memory_painted(models, data, tmp_path, text_encoder):
    plan = training(models, tmp_path, alpha=8.0, text_encoder=text_encoder, steps=4)
    trained = go(plan, data)
    with safe_open(tmp_path / "checkpoints/step-00000004/tensors.safetensors", "pt") as kept:
        weights = {name.removeprefix("weights/"): kept.get_tensor(name)
                   for name in kept.keys() if name.startswith("weights/")}  # noqa: SIM118 # fmt: skip

    memory = painted(models, "sd1", weights=weights)
    bare = painted(models, "sd1")
    pictures = [painted(models, "sd1", file=path) for path in trained.files]

    assert (memory - bare).abs().max() > 1e-3, "the adapter changes the picture"
    for picture in pictures:
        torch.testing.assert_close(picture, memory, rtol=1e-5, atol=1e-5)


def test_a_file_in_half_precision_paints_nearly_the_same(models, data, tmp_path):
    whole, half = (training(models, tmp_path / place, half=place == "half", steps=4)
                   for place in ("whole", "half"))  # fmt: skip

    pictures = [painted(models, "sd1", file=go(plan, data).files[0]) for plan in (whole, half)]

    torch.testing.assert_close(pictures[0], pictures[1], rtol=1e-2, atol=1e-2)


def full_size(cross=768):
    """The UNet of SD 1.x (of 2.x with `cross` 1024) without a number in it."""
    with torch.device("meta"):
        return UNet2DConditionModel(
            sample_size=64, cross_attention_dim=cross,
            attention_head_dim=8 if cross == 768 else [5, 10, 20, 20],
            use_linear_projection=cross != 768,
        )  # fmt: skip


@pytest.mark.parametrize("dtype", [torch.float16, torch.float32])
def test_at_full_size_a_file_of_rank_4_is_small(tmp_path, models, dtype):
    with torch.device("meta"):
        lora = Lora(full_size(), None, rank=4, alpha=4.0, seed=0)
    weights = {name: torch.zeros(w.shape, dtype=dtype) for name, w in lora.weights.items()}
    plan = training(models, tmp_path)
    said = provenance(plan, origin())

    sizes = [len(save({k: v.to(dtype) for k, v in layout(weights, 4.0).items()}, metadata=said))
             for layout in (layouts.diffusers, layouts.kohya)]  # fmt: skip

    assert lora.size == 797_184
    expected = lora.size * dtype.itemsize
    assert all(expected < size <= min(MOST_BYTES[dtype], expected + 60_000) for size in sizes), (
        sizes
    )


@pytest.mark.parametrize(("cross", "base"), [(768, Base.SD1), (1024, Base.SD2)])
def test_at_full_size_the_header_names_real_layers_of_the_right_family(tmp_path, cross, base):
    with torch.device("meta"):
        lora = Lora(full_size(cross), None, rank=4, alpha=4.0, seed=0)
    weights = {name: torch.zeros(w.shape, dtype=torch.half) for name, w in lora.weights.items()}

    for layout in (layouts.diffusers, layouts.kohya):
        path = tmp_path / f"{layout.__name__}.safetensors"
        path.write_bytes(save(layout(weights, 4.0)))
        found = read_lora(path).header
        assert (found.base, found.rank, found.parameters) == (base, 4, lora.size)
        assert found.layout is LoraLayout(layout.__name__)


def origin():
    return Origin(base=Base.SD1, revision="abc", pictures=7, fingerprint="f" * 64, step=6,
                  when=datetime(2026, 1, 2, tzinfo=UTC))  # fmt: skip


def test_the_header_tells_the_origin_and_nothing_of_the_pictures(models, data, tmp_path):
    trained = go(replace(training(models, tmp_path), licence="CC0"), data)

    for path in trained.files:
        with safe_open(path, "pt") as file:
            said = file.metadata()
        assert said["articover.base_model"] == "sd1"
        assert said["articover.base_revision"] == "tiny"
        assert said["articover.genre"] == "science-fiction"
        assert said["articover.trigger"] == said["modelspec.trigger_phrase"] == "night sea"
        assert (said["articover.rank"], said["articover.alpha"]) == ("4", "4")
        assert (said["articover.steps"], said["articover.pictures"]) == ("6", "7")
        assert (said["articover.learning_rate"], said["articover.resolution"]) == ("0.01", "64")
        assert len(said["articover.data"]) == 64
        assert (said["articover.release"], said["modelspec.license"]) == ("1.2.3", "CC0")
        everything = json.dumps(said)
        assert not [e for e in data.specimens if e.example.file in everything]
        assert "book cover" not in everything and str(tmp_path) not in everything
        judged = read_lora(path)
        assert (judged.header.rank, judged.header.trigger) == (4, "night sea")


def test_the_reports_are_there_to_look_at(models, data, tmp_path):
    sheets = []
    showing = replace_sheet(sheets)
    plan = training(models, tmp_path, rhythm=replace(RHYTHM, paint_every=3, prompts=("sea", "sky")))

    go(plan, data, showing=showing)

    assert [step for step, _ in sheets] == [0, 3, 6]
    assert all(picture.shape == (64, 64, 3) for _, pictures in sheets for _, picture in pictures)
    assert not np.array_equal(sheets[0][1][0][1], sheets[2][1][0][1]), "it paints otherwise now"
    table = (tmp_path / "losses.csv").read_text().splitlines()
    assert len(table) == 1 + 1 + 6
    board = EventAccumulator(str(tmp_path / "tensorboard"))
    board.Reload()
    assert [event.step for event in board.Scalars("loss/train")] == [1, 2, 3, 4, 5, 6]
    assert [event.step for event in board.Scalars("loss/held_out")] == [0, 3, 6]


def replace_sheet(sheets):
    def sheet(step, _loss, pictures):
        sheets.append((step, pictures))
        file = io.BytesIO()
        Image.fromarray(pictures[0][1]).save(file, "PNG")
        return file.getvalue()

    return replace(BLANK, sheet=sheet)


def test_encoded_pictures_are_kept_for_the_next_time(models, data, tmp_path):
    go(training(models, tmp_path), data)
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").iterdir()}
    damaged = next(iter(kept))
    damaged.write_bytes(b"nonsense")

    again = go(training(models, tmp_path), data, restart=True)

    assert again.finished
    assert len(kept) == 8
    assert {path.stat().st_mtime_ns == when for path, when in kept.items() if path != damaged} == {True}  # fmt: skip
    assert damaged.stat().st_size > 100


def test_models_of_other_families_and_folders_without_one_are_refused(models, data, tmp_path):
    with pytest.raises(TrainingError, match="training-model"):
        go(training(models, tmp_path / "a", model="xl"), data)
    with pytest.raises(TrainingError, match="training-model"):
        go(training(models, tmp_path / "b", model="inpainting"), data)
    with pytest.raises(ModelError, match="model-missing"):
        go(training(models, tmp_path / "c", model="nowhere"), data)


def test_a_second_family_is_known_by_its_prediction(models):
    assert load_model(models / "sd2", torch.float32, "sd2").base is Base.SD2
    assert load_model(models / "sd1", torch.float32, "sd1").base is Base.SD1


def test_the_published_layout_of_sd_1_4_is_trained_as_the_new_one(
    models, published, data, tmp_path
):
    new, old = training(models, tmp_path / "new"), training(published.parent, tmp_path / "old")

    one, other = (load_file(go(plan, data).files[0]) for plan in (new, old))

    assert one.keys() == other.keys()
    assert all(torch.equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize(("features", "kind", "base"), [
    (768, "v_prediction", Base.SD1), (1024, "epsilon", Base.SD2), (32, "v_prediction", Base.SD2),
])  # fmt: skip
def test_the_family_is_that_of_the_text_features_first(features, kind, base):
    """There are models of the first family that predict velocities."""
    assert family(features, {"prediction_type": kind}) is base


def test_what_a_machine_does_not_have_is_refused():
    with pytest.raises(TrainingError, match="training-device"):
        machine("cuda:7" if not torch.cuda.is_available() else "cuda:99", Precision.AUTO)
    with pytest.raises(TrainingError, match="training-precision"):
        machine("cpu", Precision.FP16)
