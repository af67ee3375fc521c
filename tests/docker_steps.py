"""Prove the Dockerfile's steps where no container engine runs.

    sudo python3 -m tests.docker_steps FOLDER

Makes a clean Debian root with debootstrap (once; it stays in the folder for the next run), and
then does what the Dockerfile itself says, read from it line by line: COPY through .dockerignore,
RUN in a chroot, ENV, WORKDIR, USER. At the end it starts the ENTRYPOINT as that user and lets it
examine itself and make a cover. Only the base image differs: Debian's own Python 3.11 stands for
that of `python:3.11-slim-bookworm`, so pip is told that it may install beside apt.
"""

import argparse
import fnmatch
import json
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).parents[1]
RELEASE = "bookworm"
PACKAGES = "python3,python3-pip,ca-certificates"
HOST_FILES = (
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/pip.conf",
    "/etc/ssl/certs/ca-certificates.crt",
)
NETWORK = ("PIP_INDEX_URL", "PIP_CERT", "PIP_DEFAULT_TIMEOUT", "SSL_CERT_FILE", "https_proxy")
TRIAL = (
    "cover",
    "--title",
    "섬의 우체부",
    "--genre",
    "에세이",
    "--options",
    "1",
    "--preview",
    "--json",
)


@dataclass
class Stage:
    """One FROM: its root, and what later lines of the Dockerfile set."""

    root: Path
    workdir: str = "/"
    user: str = "root"
    env: dict[str, str] = field(default_factory=dict)
    entrypoint: list[str] = field(default_factory=list)

    def run(self, command: list[str], **options):
        """Run `command` in the stage's root as its user."""
        kept = {key: os.environ[key] for key in NETWORK if key in os.environ}
        path = {
            "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
            "HOME": f"/home/{self.user}",
        }
        inside = ["chroot", f"--userspec={self.user}", str(self.root), "sh", "-c",
                  f"cd {shlex.quote(self.workdir)} && exec {shlex.join(command)}"]  # fmt: skip
        return subprocess.run(inside, env=kept | path | self.env, check=True, **options)


def instructions(text: str) -> list[tuple[str, str]]:
    """(INSTRUCTION, rest) of every line, continuation lines joined, comments left out."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    pairs = (line.strip().partition(" ") for line in joined.splitlines() if line.strip())
    return [(word.upper(), rest.strip()) for word, _, rest in pairs]


def base(folder: Path) -> Path:
    """A clean Debian root; made once."""
    root = folder / "base"
    if not (root / "usr/bin/python3").exists():
        subprocess.run(["debootstrap", "--variant=minbase", f"--include={PACKAGES}", RELEASE,
                        str(root)], check=True)  # fmt: skip
    for marker in root.glob("usr/lib/python3*/EXTERNALLY-MANAGED"):
        marker.unlink()
    return root


def fresh(folder: Path, name: str) -> Stage:
    """A new stage on a copy of the clean root, with the host's network settings."""
    root = folder / name
    if root.exists():
        subprocess.run(["umount", str(root / "proc")], check=False, stderr=subprocess.DEVNULL)
        shutil.rmtree(root)
    subprocess.run(["cp", "-a", str(base(folder)), str(root)], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=True)
    for file in filter(os.path.exists, HOST_FILES):
        shutil.copy(file, root / file.lstrip("/"))
    return Stage(root)


def sent(root: Path) -> list[str]:
    """The tracked files that .dockerignore lets into the build."""
    rules = (root / ".dockerignore").read_text().split()
    listing = subprocess.run(["git", "-c", "core.quotepath=off", "ls-files"], cwd=root, check=True,
                             capture_output=True, text=True).stdout.splitlines()  # fmt: skip
    return [name for name in listing if (root / name).exists() and not _ignored(name, rules)]


def _ignored(name: str, rules: list[str]) -> bool:
    """Docker's way: the last rule that matches the name or one of its folders decides."""
    paths = [name, *(str(parent) for parent in Path(name).parents)]
    ignored = False
    for rule in rules:
        pattern = rule.lstrip("!").removeprefix("**/")
        if any(fnmatch.fnmatch(path, pattern) for path in paths):
            ignored = not rule.startswith("!")
    return ignored


def copy(stage: Stage, stages: dict[str, Stage], rest: str) -> None:
    *sources, target = shlex.split(rest)
    place = stage.root / str(Path(stage.workdir) / target).lstrip("/")
    if sources[0].startswith("--from="):
        other = stages[sources[0].removeprefix("--from=")].root
        shutil.copytree(other / sources[1].lstrip("/"), place, dirs_exist_ok=True)
        return
    for name in sent(PROJECT):
        if sources == ["."] or name in sources:
            goal = place / name if sources == ["."] else place
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, goal)


def build(folder: Path) -> Stage:
    """Do what the Dockerfile says; the last stage."""
    stages: dict[str, Stage] = {}
    stage = None
    for word, rest in instructions((PROJECT / "Dockerfile").read_text()):
        print(f"--- {word} {rest}", flush=True)
        if word == "FROM":
            name = rest.partition(" AS ")[2] or "final"
            stage = stages[name] = fresh(folder, name)
        elif word == "COPY":
            copy(stage, stages, rest)
        else:
            follow(stage, word, rest)
    return stage


def follow(stage: Stage, word: str, rest: str) -> None:
    """Do what one line says within its stage."""
    match word:
        case "WORKDIR":
            stage.workdir = rest
            (stage.root / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)
        case "RUN":
            stage.run(["sh", "-ec", rest])
        case "ENV" | "ARG":
            stage.env.update(pair.split("=", 1) for pair in shlex.split(rest))
        case "USER":
            stage.user = rest
        case "ENTRYPOINT":
            stage.entrypoint = json.loads(rest)
        case "CMD" | "VOLUME":
            pass
        case _:
            sys.exit(f"the Dockerfile has {word}, which is not proved here")


def prove(stage: Stage) -> None:
    """The image's own command works, and nothing of it runs as root."""
    assert stage.user != "root", "the image must not run as root"
    stage.run([*stage.entrypoint, "--help"])
    stage.run([*stage.entrypoint, "doctor"])
    made = stage.run([*stage.entrypoint, *TRIAL], stdout=subprocess.PIPE, text=True)
    result = json.loads(made.stdout)
    for file in result["options"][0]["files"]:
        assert (stage.root / file["path"].lstrip("/")).stat().st_size == file["bytes"]
    print(f"made {result['title']} with {result['options'][0]['recipe']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the roots are made; outside the project")
    folder = parser.parse_args().folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    stage = build(folder)
    try:
        prove(stage)
    finally:
        for proc in folder.glob("*/proc"):
            subprocess.run(["umount", str(proc)], check=False, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
