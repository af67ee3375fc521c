"""What enlarges pictures here, and what the doctor says of it."""

import pytest

from bot.doctor import upscaling as doctor
from bot.doctor.finding import State
from bot.upscaling import chosen, upscaler
from config.upscaling import load_upscaling
from pipeline.domain.errors import ServiceError
from pipeline.domain.upscaling import Enlarger
from pipeline.engines.realesrgan import package, weights


def told(device="cpu", **environment):
    """The doctor's findings, by subject."""
    found = doctor.findings(load_upscaling(environment), device)
    return {one.subject: one for one in found}


@pytest.mark.parametrize(("device", "torch", "gpu", "units", "engine"), [
    ("", True, True, False, Enlarger.TORCH), ("cuda:1", True, True, False, Enlarger.TORCH),
    ("", False, True, True, Enlarger.NCNN), ("", True, False, False, Enlarger.NCNN),
    ("cpu", True, True, False, Enlarger.NCNN),
    ("", True, False, True, Enlarger.TORCH), ("cpu", True, True, True, Enlarger.TORCH),
])  # fmt: skip
def test_by_itself_torch_is_chosen_where_something_makes_it_quick(
    device, torch, gpu, units, engine
):
    found = chosen(
        "auto", device, has_torch=lambda: torch, has_gpu=lambda: gpu, has_units=lambda: units
    )

    assert found is engine


@pytest.mark.parametrize("name", [one.value for one in Enlarger])
def test_whatever_is_asked_for_is_chosen(name, tmp_path):
    settings = load_upscaling({"ARTICOVER_UPSCALER": name.upper()})

    assert upscaler(settings, tmp_path, "cpu").name == name


def test_no_other_upscaler_can_be_asked_for():
    with pytest.raises(ServiceError) as raised:
        load_upscaling({"ARTICOVER_UPSCALER": "vulkan"})

    assert raised.value.facts["choices"] == "auto, ncnn, torch, realesrgan"


def test_with_everything_in_place_nothing_is_to_be_done():
    found = told(ARTICOVER_UPSCALER="ncnn")

    assert {one.state for one in found.values()} == {State.OK}
    assert found["engine-upscaling"].facts == {"engine": "ncnn"}


def test_weights_that_are_not_the_published_ones_are_told_by_their_file(tmp_path, monkeypatch):
    monkeypatch.setattr(weights, "_folder", lambda: tmp_path)
    (tmp_path / "realesrgan-x4plus.param").write_text("another network")

    found = told()["upscaling-weights"]

    assert (found.state, found.key) == (State.WARNING, "upscaling-damaged")
    assert found.facts == {"file": "realesrgan-x4plus.param"}


def test_an_upscaler_that_is_chosen_but_not_installed_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(package, "extra_installed", lambda: False)

    found = told(ARTICOVER_UPSCALER="realesrgan")["engine-upscaling"]

    assert (found.state, found.remedy) == (State.WARNING, "upscaling-realesrgan")
