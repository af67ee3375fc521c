"""Whether a model paints, and what the doctor says of it."""

import dataclasses
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.doctor import painting
from bot.doctor.choosing import Why, gpu_seen, weights_of, would_paint
from bot.doctor.finding import State
from config.models import load_models
from config.painting import load_painting
from pipeline.domain.errors import ServiceError
from tests.models.folders import decoder, pipeline, pulled

ROOT = Path(__file__).parents[2]
NAME = "CompVis/stable-diffusion-v1-4"


def settings(tmp_path, **environment):
    return load_painting(tmp_path, {"ARTICOVER_MODELS": str(tmp_path), **environment})


def why(given, *, extra=True, gpu=True):
    return would_paint(given, has_extra=lambda: extra, has_gpu=lambda: gpu).why


def test_a_model_paints_where_libraries_weights_and_a_gpu_are(tmp_path):
    pulled(tmp_path, NAME)
    choice = would_paint(settings(tmp_path), has_extra=lambda: True, has_gpu=lambda: True)
    assert choice.paints
    assert choice.model.name == "0123456789" * 4


@pytest.mark.parametrize(("here", "extra", "gpu", "reason"), [
    (True, False, True, Why.EXTRA), (False, True, True, Why.WEIGHTS), (True, True, False, Why.GPU),
    (False, False, False, Why.EXTRA), (True, True, True, Why.READY),
])  # fmt: skip
def test_the_first_thing_that_is_missing_is_the_reason(tmp_path, here, extra, gpu, reason):
    if here:
        pulled(tmp_path, NAME)
    assert why(settings(tmp_path), extra=extra, gpu=gpu) is reason


def test_a_model_that_is_not_whole_is_another_reason_than_none(tmp_path):
    folder = pulled(tmp_path, NAME)
    (folder / "vae" / "config.json").unlink()
    choice = would_paint(settings(tmp_path), has_extra=lambda: True)
    assert choice.why is Why.BROKEN
    assert choice.error.code == "model-damaged"


def test_the_settings_may_forbid_or_demand_it(tmp_path):
    pulled(tmp_path, NAME)
    assert why(settings(tmp_path, ARTICOVER_PAINTER="off")) is Why.OFF
    assert why(settings(tmp_path, ARTICOVER_PAINTER="on"), gpu=False) is Why.READY
    demanded = would_paint(settings(tmp_path, ARTICOVER_PAINTER="on"), has_extra=lambda: False)
    assert (demanded.paints, demanded.error.code) == (False, "model-extra")


def test_a_processor_that_was_chosen_is_no_gpu(tmp_path):
    pulled(tmp_path, NAME)
    assert why(settings(tmp_path, ARTICOVER_DEVICE="cpu")) is Why.GPU


@pytest.mark.parametrize(("file", "seen"), [
    ("nvidia0", True), ("nvidia3", True), ("kfd", True), ("dxg", True), ("nvidiactl", False),
    ("null", False),
])  # fmt: skip
def test_a_gpu_is_seen_by_its_device_file(tmp_path, file, seen):
    (tmp_path / file).touch()
    assert gpu_seen(tmp_path, "Linux", "x86_64") is seen


def test_apple_silicon_is_a_gpu(tmp_path):
    assert gpu_seen(tmp_path, "Darwin", "arm64")
    assert not gpu_seen(tmp_path, "Darwin", "x86_64")


DECIDED = """
import sys
from pathlib import Path
from bot.doctor.choosing import would_paint
from config.settings import load_settings
would_paint(load_settings().painting)
print(*{"torch", "diffusers", "huggingface_hub", "cattrs"} & set(sys.modules))
"""


def test_deciding_imports_nothing_heavy(tmp_path, monkeypatch):
    pulled(tmp_path, NAME)
    monkeypatch.setenv("ARTICOVER_MODELS", str(tmp_path))
    run = [sys.executable, "-c", DECIDED]
    assert subprocess.run(run, cwd=ROOT, capture_output=True, check=True).stdout.strip() == b""


@pytest.mark.parametrize(("features", "kind", "preview"), [
    (768, "StableDiffusionPipeline", "madebyollin/taesd"),
    (1024, "StableDiffusionPipeline", "madebyollin/taesd"),
    (2048, "StableDiffusionXLPipeline", "madebyollin/taesdxl"),
])  # fmt: skip
def test_a_model_goes_with_what_is_here_for_its_family(tmp_path, features, kind, preview):
    model = pipeline(tmp_path / "mine", features=features, kind=kind)
    assert weights_of(model, tmp_path, load_models()).preview is None
    decoder(tmp_path, preview)
    here = weights_of(model, tmp_path, load_models())
    assert here.preview is not None
    assert here.inpainting is None


def told(tmp_path, monkeypatch, answer=None, *, extra=True, gpu=True, **environment):
    """The doctor's findings about painting, by subject."""
    monkeypatch.setattr(painting, "extra_installed", lambda: extra)
    monkeypatch.setattr("bot.doctor.choosing.extra_installed", lambda: extra)
    monkeypatch.setattr(painting, "gpu_seen", lambda: gpu)
    monkeypatch.setattr("bot.doctor.choosing.gpu_seen", lambda: gpu)
    monkeypatch.setattr(painting, "metadata", SimpleNamespace(version=lambda _: "0.42"))
    given = settings(tmp_path, **environment)
    found = painting.findings(given, load_models(), lambda: answer or {"torch": "2.13"})
    return {one.subject: one for one in found}


CARD = {"torch": "2.13", "name": "NVIDIA H100", "memory": 80 << 30}


def test_the_doctor_names_the_card_and_everything_that_is_there(tmp_path, monkeypatch):
    pulled(tmp_path, NAME)
    decoder(tmp_path)
    found = told(tmp_path, monkeypatch, CARD)
    assert {one.key for one in found.values()} == {
        "painting-ready", "painting-libraries", "painting-device", "painting-previews",
        "painting-checker", "painting-adapters"}  # fmt: skip
    assert found["painting-device"].facts == {"name": "NVIDIA H100", "memory_gb": 80}
    assert {one.state for one in found.values()} == {State.OK}


def test_the_doctor_asks_no_torch_where_there_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(painting, "_hardware", lambda *_: pytest.fail("it was asked"))
    found = told(tmp_path, monkeypatch, extra=False)
    assert found["engine-painting"].key == "painting-extra"
    assert found["engine-painting"].remedy == "painting-extra"
    assert found["engine-painting"].state is State.OK, "a painter is not needed"


def test_who_demands_a_painter_is_told_louder(tmp_path, monkeypatch):
    found = told(tmp_path, monkeypatch, extra=False, ARTICOVER_PAINTER="on")
    assert found["engine-painting"].state is State.WARNING


@pytest.mark.parametrize(("answer", "gpu", "key"), [
    ({"reason": "ImportError: libcudart.so"}, True, "painting-libraries-broken"),
    ({"torch": "2.13+cpu"}, True, "painting-driver"),
    ({"torch": "2.13+cpu"}, False, "painting-no-device"),
    ({**CARD, "memory": 4 << 30}, True, "painting-small"),
])  # fmt: skip
def test_the_doctor_says_what_is_wrong_with_the_hardware(tmp_path, monkeypatch, answer, gpu, key):
    found = told(tmp_path, monkeypatch, answer, gpu=gpu)
    assert key in {one.key for one in found.values()}


def test_a_small_card_is_enough_for_who_offloads(tmp_path, monkeypatch):
    small = {**CARD, "memory": 4 << 30}
    found = told(tmp_path, monkeypatch, small, ARTICOVER_OFFLOAD="yes")
    assert found["painting-device"].state is State.OK


def test_a_model_without_a_checker_is_told(tmp_path, monkeypatch):
    pulled(tmp_path, NAME, checker=False)
    found = told(tmp_path, monkeypatch, CARD)
    assert found["painting-safety"].key == "painting-no-checker"
    assert found["painting-previews"].key == "painting-projected"


def test_a_damaged_catalogue_of_adapters_is_told_by_its_path(tmp_path, monkeypatch):
    (tmp_path / "adapters").mkdir()
    (tmp_path / "adapters" / "adapters.json").write_text("{")
    found = told(tmp_path, monkeypatch)
    assert "adapters.json" in str(found["painting-adapters"].facts["reason"])


@pytest.mark.parametrize(("program", "reason"), [
    ("raise ImportError('libcudart.so')", "ImportError: libcudart.so"),
    ("print('no json')", "Expecting value"), ("import time; time.sleep(9)", "> 0 s"),
])  # fmt: skip
def test_torch_is_asked_in_a_process_that_may_fail(monkeypatch, program, reason):
    monkeypatch.setattr(painting, "_PROBE", program)
    monkeypatch.setattr(painting, "_PROBE_S", 0.3 if "sleep" in program else 20)
    assert reason in painting.ask_torch()["reason"]


def test_the_settings_of_the_doctor_are_those_of_the_painter(tmp_path):
    given = settings(tmp_path)
    names = {field.name for field in dataclasses.fields(given)}
    assert {"use", "model", "models", "offline", "device", "offload"} <= names


def test_no_more_steps_are_asked_for_than_a_model_was_taught(tmp_path):
    assert settings(tmp_path, ARTICOVER_STEPS="1000").steps == 1000
    for wrong in ("1001", "abc", "-1"):
        with pytest.raises(ServiceError, match="setting-range"):
            settings(tmp_path, ARTICOVER_STEPS=wrong)
