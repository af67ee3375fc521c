"""Pulling from a hub: real sockets, the hub's own library, and lines that break."""

import errno
import hashlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from huggingface_hub import snapshot_download

from pipeline.domain.errors import ModelError
from pipeline.engines.diffusion.loading import load
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.engines.hub import fetching
from pipeline.engines.hub.client import Hub
from pipeline.engines.hub.fetching import Doing
from pipeline.engines.hub.shelf import is_complete, let_go, model_folder, shelved
from tests.diffusion.loopback_hub import COMMIT, NAME, UNET

ROOT = Path(__file__).parents[2]


@pytest.fixture
def pulls(hub, tmp_path):
    """Pulls the whole model, quickly; its folder."""

    def pull(revision="main", tell=lambda _: None):
        client = Hub(tmp_path, endpoint=hub.address, pause=lambda _: None)
        listing = client.listing(NAME, revision)
        return client.pull(listing, client.needed(listing), tell)

    return pull


def code_of(call, *given):
    with pytest.raises(ModelError) as caught:
        call(*given)
    return caught.value.code


def test_a_model_is_pulled_whole_with_nothing_that_is_not_needed(hub, pulls, tmp_path):
    folder = pulls()
    had = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    weights = {path for path in had if path.endswith(".safetensors")}
    assert weights == {f"{part}.fp16.safetensors" for part in (
        "unet/diffusion_pytorch_model", "vae/diffusion_pytorch_model", "text_encoder/model")}  # fmt: skip
    assert {"model_index.json", "LICENSE", "tokenizer/tokenizer_config.json"} <= had
    assert not {path for path in had if path.endswith((".bin", ".ckpt", ".md"))}
    assert folder == model_folder(tmp_path, NAME)
    assert is_complete(folder)


def test_what_was_pulled_is_what_the_hubs_own_library_would_find(pulls, tmp_path):
    folder = pulls()
    found = snapshot_download(NAME, cache_dir=tmp_path / "hub", local_files_only=True)
    assert Path(found) == folder


def test_what_was_pulled_is_what_the_engine_loads(pulls):
    parts = load(EngineSettings(model=pulls(), name=NAME, device="cpu", dtype="float32"))
    assert parts.revision == COMMIT
    assert parts.unet.config.in_channels == 4


@pytest.mark.parametrize("path", ["../../../evil/config.json", "/evil/config.json", "evil//x.json"])
def test_a_name_that_leads_out_of_its_folder_is_no_file_of_a_model(hub, pulls, tmp_path, path):
    index = json.loads(hub.files["model_index.json"]) | {path.rpartition("/")[0]: ["a", "b"]}
    hub.files |= {path: b"{}", "model_index.json": json.dumps(index).encode()}
    assert code_of(pulls) == "hub-layout"
    assert not [found for found in tmp_path.rglob("*") if "evil" in found.name]
    assert not (tmp_path.parent / "evil").exists()


def test_a_line_that_breaks_in_mid_file_goes_on_where_it_was(hub, pulls):
    size = len(hub.files[UNET])
    hub.how.cut[UNET] = [size // 4, size // 4]
    folder = pulls()
    first, second, third = hub.fetched(UNET)
    at = [int(one.removeprefix("bytes=").removesuffix("-")) for one in (second, third)]
    assert first == ""
    assert 0 < at[0] < at[1] < size
    assert (folder / UNET).read_bytes() == hub.files[UNET]


def test_a_server_that_does_not_know_ranges_is_asked_for_the_whole(hub, pulls):
    hub.how.cut[UNET] = [len(hub.files[UNET]) // 2]
    hub.how.ranges = False
    assert (pulls() / UNET).read_bytes() == hub.files[UNET]


def test_a_line_that_keeps_breaking_ends_the_pull_and_the_next_one_goes_on(hub, pulls, monkeypatch):
    monkeypatch.setattr(fetching, "TRIES", 2)
    hub.how.cut[UNET] = [len(hub.files[UNET]) // 2, 0, 0]
    assert code_of(pulls) == "hub-unreachable"
    before = len(hub.fetched(UNET))
    pulls()
    (last,) = hub.fetched(UNET)[before:]
    assert last.startswith("bytes=")


KILLED = """
import sys
from pathlib import Path
from pipeline.engines.hub.client import Hub
client = Hub(Path(sys.argv[1]), endpoint=sys.argv[2])
listing = client.listing("CompVis/stable-diffusion-v1-4", "main")
client.pull(listing, client.needed(listing), lambda _: None)
"""


def test_a_pull_that_was_killed_in_mid_file_goes_on_where_it_was(hub, pulls, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    hub.files[UNET] = random.Random(1).randbytes(4 * fetching.PIECE)
    hub.how.hold = UNET
    run = [sys.executable, "-c", KILLED, str(tmp_path), hub.address]
    with subprocess.Popen(run) as process:
        assert hub.held.wait(60)
        part = tmp_path / "hub" / f"models--{NAME.replace('/', '--')}" / "blobs" / (
            hashlib.sha256(hub.files[UNET]).hexdigest() + ".part")  # fmt: skip
        while not part.exists() or not part.stat().st_size:
            os.sched_yield()
        process.send_signal(signal.SIGKILL)
    hub.how.hold = ""
    kept = part.stat().st_size
    assert kept > 0
    pulls()
    assert hub.fetched(UNET) == ["", f"bytes={kept}-"]


def test_content_that_comes_damaged_is_fetched_anew_and_only_then_kept(hub, pulls):
    hub.how.damage[UNET] = 1
    folder = pulls()
    assert hub.fetched(UNET) == ["", ""]
    assert (folder / UNET).read_bytes() == hub.files[UNET]


def test_content_that_stays_damaged_is_refused_and_nothing_of_it_kept(hub, pulls, tmp_path):
    hub.how.damage[UNET] = 9
    assert code_of(pulls) == "hub-broken"
    sha = hashlib.sha256(hub.files[UNET]).hexdigest()
    assert not list((tmp_path / "hub").rglob(f"{sha}*"))
    assert model_folder(tmp_path, NAME) is None


def test_a_file_that_was_changed_on_the_disk_is_fetched_again(hub, pulls):
    folder = pulls()
    real = (folder / UNET).resolve()
    real.write_bytes(b"x" + real.read_bytes()[1:])
    asked = len(hub.asked)
    pulls()
    assert (folder / UNET).read_bytes() == hub.files[UNET]
    assert [path for path, _, _ in hub.asked[asked:] if path] == [UNET]


def test_nothing_is_fetched_twice(hub, pulls):
    pulls()
    asked = len(hub.asked)
    pulls()
    assert [path for path, _, _ in hub.asked[asked:] if path] == []


def test_progress_only_grows_and_ends_with_everything(hub, pulls):
    told = []
    pulls(tell=told.append)
    assert {one.doing for one in told} == set(Doing)
    fetched = [one.done for one in told if one.doing is Doing.FETCHING]
    assert fetched == sorted(fetched)
    assert told[-1].done == told[-1].total


def test_a_server_that_is_busy_is_asked_again(hub, pulls):
    hub.how.busy = 3
    assert is_complete(pulls())


@pytest.mark.parametrize(("how", "code"), [
    ({"status": 404, "code": "RepoNotFound"}, "hub-unknown"), ({"status": 401}, "hub-unknown"),
    ({"status": 403, "code": "GatedRepo"}, "hub-gated"), ({"status": 403}, "hub-gated"),
    ({"doors": 401}, "hub-gated"), ({"doors": 403}, "hub-gated"),
    ({"doors": 404}, "hub-unreachable"), ({"status": 500}, "hub-unreachable"),
])  # fmt: skip
def test_what_the_hub_refuses_is_told_by_its_reason(hub, pulls, how, code):
    vars(hub.how).update(how)
    assert code_of(pulls) == code


def test_a_revision_that_is_not_there_is_told(pulls):
    assert code_of(pulls, "v9") == "hub-revision"


def test_a_hub_that_is_not_there_is_told(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    client = Hub(tmp_path, endpoint=address)
    assert code_of(client.listing, NAME, "main") == "hub-unreachable"


def test_offline_opens_no_socket(tmp_path, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("a socket was opened"))
    client = Hub(tmp_path, offline=True)
    assert code_of(client.listing, NAME, "main") == "hub-offline"


def test_a_token_goes_to_the_hub_with_every_question(hub, pulls, monkeypatch):
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    pulls()
    assert {token for _, _, token in hub.asked} == {"Bearer hf_secret"}


def test_too_little_room_is_told_before_anything_is_fetched(hub, pulls, monkeypatch):
    room = SimpleNamespace(total=1, used=1, free=50_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: room)
    assert code_of(pulls) == "model-no-space"
    assert hub.fetched(UNET) == []


def test_a_disk_that_fills_up_meanwhile_is_told_and_what_came_is_kept(hub, pulls, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(fetching, "_append", full)
        assert code_of(pulls) == "model-no-space"
    assert is_complete(pulls())


def test_two_at_once_do_not_fetch_the_same(hub, tmp_path, pulls):
    with fetching.alone(tmp_path / "hub" / f"models--{NAME.replace('/', '--')}"):
        assert code_of(pulls) == "hub-busy"


def test_a_model_that_has_only_pickles_is_refused(hub, pulls):
    for path in [path for path in hub.files if path.startswith("unet/") and "safetensors" in path]:
        del hub.files[path]
    assert code_of(pulls) == "hub-pickles"
    assert not [path for path, _, _ in hub.asked if path.endswith(".bin")]


def test_a_revision_means_what_it_did_until_the_new_one_is_whole(hub, pulls, tmp_path):
    folder = pulls()
    (tmp_path / "hub" / f"models--{NAME.replace('/', '--')}" / "refs" / "main").write_text("0" * 40)
    (folder.parent / ("0" * 40)).symlink_to(folder)
    hub.how.doors = 403
    hub.files["unet/config.json"] += b" "
    assert code_of(pulls) == "hub-gated"
    assert model_folder(tmp_path, NAME).name == "0" * 40


def test_a_pulled_model_is_listed_with_its_licence_and_can_be_let_go(pulls, tmp_path):
    pulls("fp16")
    (one,) = shelved(tmp_path)
    assert (one.name, one.revision, one.licence, one.complete) == (
        NAME, "fp16", "creativeml-openrail-m", True)  # fmt: skip
    assert one.size == let_go(tmp_path, NAME)
    assert list(shelved(tmp_path)) == []


def test_a_commit_can_be_pulled_and_named(pulls, tmp_path):
    pulls(COMMIT)
    assert model_folder(tmp_path, f"{NAME}@{COMMIT}").name == COMMIT
    assert model_folder(tmp_path, NAME) is None
