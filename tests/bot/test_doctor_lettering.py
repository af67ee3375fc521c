"""What the doctor says of lettering in pictures."""

import sys
from base64 import urlsafe_b64encode
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import pytest

from bot.doctor import engines, lettering
from bot.doctor.finding import State
from config.lettering import load_lettering

BOTH = frozenset({"eng", "kor", "osd"})


def told(tmp_path, *, paints=False, languages=BOTH, **environment):
    """The doctor's findings, by subject."""
    settings = load_lettering(tmp_path, environment)
    found = lettering.findings(settings, paints=paints, languages=lambda: languages)
    return {one.subject: one for one in found}


def test_with_everything_in_place_nothing_is_to_be_done(tmp_path):
    found = told(tmp_path)

    assert {one.state for one in found.values()} == {State.OK}
    assert not any(one.remedy for one in found.values())


@pytest.mark.parametrize(("chosen", "judge"), [
    ("craft", "rapidocr"), ("rapidocr", "craft"), ("keras-ocr", "rapidocr"),
])  # fmt: skip
def test_it_names_the_detector_and_who_looks_again(tmp_path, chosen, judge):
    found = told(tmp_path, ARTICOVER_DETECTOR=chosen)["engine-lettering"]

    assert found.facts == {"detector": chosen, "judge": judge}


def test_weights_that_are_not_the_published_ones_are_told_by_their_file(tmp_path, monkeypatch):
    other = tmp_path / "craft_mlt_25k.pth"
    other.write_bytes(b"other weights")
    monkeypatch.setattr(lettering, "weights_file", lambda: other)

    found = told(tmp_path)["lettering-weights"]

    assert (found.state, found.key) == (State.WARNING, "lettering-damaged")
    assert found.facts == {"file": other.name}


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package with a model, as its wheel lists it."""
    model = tmp_path / "models" / "det.onnx"
    model.parent.mkdir()
    model.write_bytes(b"a model")
    about = tmp_path / "rapidocr-3.10.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: rapidocr\nVersion: 3.10\n")
    digest = urlsafe_b64encode(sha256(b"a model").digest()).decode().rstrip("=")
    (about / "RECORD").write_text(f"models/det.onnx,sha256={digest},7\nmodels/notes.txt,,\n")
    package = metadata.PathDistribution(about)
    monkeypatch.setattr(metadata, "files", lambda _name: package.files)
    return model


def test_a_model_that_is_as_its_wheel_lists_it_is_sound(tmp_path, installed):
    assert told(tmp_path)["lettering-weights"].state is State.OK


@pytest.mark.parametrize("harm", [lambda file: file.write_bytes(b"other"), Path.unlink])
def test_a_model_that_was_changed_or_is_gone_is_told_by_its_file(tmp_path, installed, harm):
    harm(installed)

    found = told(tmp_path)["lettering-weights"]

    assert (found.key, found.facts) == ("lettering-damaged", {"file": "det.onnx"})


def test_a_judge_that_is_not_installed_is_told(tmp_path, monkeypatch):
    def lacking(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "files", lacking)

    assert told(tmp_path)["lettering-weights"].facts == {"file": "rapidocr"}


@pytest.mark.parametrize(("languages", "key"), [
    (None, "lettering-no-tesseract"), (frozenset({"eng"}), "lettering-no-korean"),
    (BOTH, "lettering-reads"),
])  # fmt: skip
def test_it_says_whether_korean_is_read(tmp_path, languages, key):
    found = told(tmp_path, languages=languages)["lettering-reader"]

    assert found.key == key
    assert (found.remedy == "tesseract") is (key != "lettering-reads")


@pytest.mark.parametrize(("eraser", "paints", "key"), [
    ("auto", True, "lettering-erased-painting"), ("auto", False, "lettering-erased"),
    ("builtin", True, "lettering-erased"), ("painter", False, "lettering-no-painter"),
])  # fmt: skip
def test_it_says_who_erases(tmp_path, eraser, paints, key):
    found = told(tmp_path, paints=paints, ARTICOVER_ERASER=eraser)["lettering-eraser"]

    assert found.key == key
    assert (found.state is State.WARNING) is (key == "lettering-no-painter")


def test_places_that_will_be_filled_smoothly_are_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "patchmatch", None)

    found = told(tmp_path)["lettering-eraser"]

    assert (found.state, found.key, found.remedy) == (State.WARNING, "lettering-smooth", "library")


@pytest.mark.parametrize(("installed", "chosen", "key", "state"), [
    (False, "craft", "lettering-no-extra", State.OK),
    (False, "keras-ocr", "lettering-extra-wanted", State.WARNING),
    (True, "craft", "lettering-extra", State.OK),
    (True, "keras-ocr", "lettering-extra-chosen", State.OK),
])  # fmt: skip
def test_the_extra_is_missed_only_where_it_was_chosen(
    tmp_path, monkeypatch, installed, chosen, key, state
):
    monkeypatch.setattr(lettering, "extra_installed", lambda: installed)
    monkeypatch.setattr(lettering, "EXTRA", "pytest")

    found = told(tmp_path, ARTICOVER_DETECTOR=chosen)["lettering-extra"]

    assert (found.key, found.state) == (key, state)


@pytest.mark.parametrize(("script", "expected"), [
    ("printf 'List of available languages (2):\\neng\\nkor\\n'", True),
    ("printf 'eng\\n'", False), ("exit 1", None),
])  # fmt: skip
def test_tesseract_is_asked_for_its_languages(tmp_path, monkeypatch, script, expected):
    program = tmp_path / lettering.TESSERACT
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    found = lettering.tesseract_languages()

    assert (found if found is None else lettering.KOREAN in found) == expected


def test_no_tesseract_has_no_languages(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert lettering.tesseract_languages() is None


def test_an_opencv_that_does_not_load_is_told_with_its_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "cv2", None)

    found = engines.findings([])[-1]

    assert (found.key, found.state, found.remedy) == ("engine-opencv", State.WARNING, "opencv")


def test_a_model_that_letters_is_named_only_where_it_can_be_loaded(tmp_path):
    assert told(tmp_path)["lettering-writer"].key == "lettering-no-writer"
    (tmp_path / "diffste").mkdir()

    found = told(tmp_path)["lettering-writer"]

    assert found.state is State.WARNING
    assert found.key in {"lettering-writer-damaged", "lettering-writer-extra"}
