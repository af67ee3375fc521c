"""The composition root: the one place that sees the environment and the configuration."""

from __future__ import annotations

import functools
import getpass
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import App
from bot.cli import run
from bot.conversation.language import asked_for, choose
from bot.conversation.words import Words
from bot.front import nobody
from bot.terminal.kept_log import KeptLog
from bot.terminal.running import end_in_order
from config.catalogues import catalogue
from config.chats import Chats as ChatSettings
from config.chats import load_chats
from config.formats import load_formats
from config.genres import load_genres
from config.policy import load_forbidden
from config.printers import load_printers
from config.settings import load_settings
from config.shops import load_shops
from config.showcase import load_showcase
from config.styles import load_styles
from pipeline.domain.brief import Brief, read_brief
from pipeline.domain.errors import ModelError
from pipeline.domain.event import Notice, unnoticed
from pipeline.domain.policy import PolicyRule

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from bot.bench import CommandBench
    from bot.discord.settings import DiscordSettings
    from bot.front import Ground, OpenStaff, Staff
    from bot.house import House
    from bot.painter import Atelier
    from bot.telegram.settings import TelegramSettings
    from pipeline.domain.fonts import FontCatalogue
    from pipeline.domain.palette import Palette
    from pipeline.domain.step import Progress
    from pipeline.menu import Menu
    from pipeline.queue.painting.painter import PaintingProcess
    from pipeline.stages.policy import Policy
    from pipeline.typography.library import FaceLibrary
    from pipeline.workshop.easel import Easel
    from pipeline.workshop.workshop import Workshop

# Drawing, shaping and the encoder are imported by the doors below when they are first opened:
# together they take a second, and `--help` needs none of them.
# ruff: noqa: PLC0415


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `articover` with `arguments` (the process's own when absent); the exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    end_in_order()
    if "--debug" not in given:
        logging.lastResort = KeptLog(_log_file(os.environ))
    app = App(
        words=Words(choose(asked_for(given), os.environ)),
        log=_log_file(os.environ),
        debug="--debug" in given,
        library=_library,
        formats=load_formats,
        genres=load_genres,
        styles=load_styles,
        showcase=load_showcase,
        printers=load_printers,
        shops=load_shops,
        read_brief=_read_brief,
        bench=_bench,
        house=_house,
        settings=load_settings,
        chats=load_chats,
        staff=_staff,
    )
    return run(given, app)


def _log_file(environment: Mapping[str, str]) -> Path:
    """Where unexpected errors go: the XDG state folder of the person."""
    state = environment.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "articover" / "articover.log"


@functools.cache
def _library() -> FaceLibrary:
    return _own_library()


def _own_library() -> FaceLibrary:
    """A library for one thread: what was shaped before is remembered without a lock."""
    from pipeline.typography.library import FaceLibrary

    return FaceLibrary(_fonts())


@functools.cache
def _fonts() -> FontCatalogue:
    from pipeline.domain.fonts import FontCatalogue

    return FontCatalogue.from_tables(catalogue("fonts"))


def _read_brief(given: Mapping[str, object]) -> Brief:
    from pipeline.typography.library import unsupported

    return read_brief(given, load_formats(), lambda char: not unsupported(_library(), char))


@functools.cache
def _workshop(
    read: Callable[[str], bytes] | None = None, easel: Easel | None = None, writes: bool = False
) -> Workshop:  # fmt: skip
    from bot.retouching import retoucher
    from bot.upscaling import upscaler
    from config.concepts import load_background, load_concepts, load_sights
    from pipeline.engines.faces import face_finder
    from pipeline.engines.finders import Finders
    from pipeline.engines.sentence_encoder import UniversalSentenceEncoder
    from pipeline.illustrator.catalogue import recipes
    from pipeline.typography.saliency import LightSubjects
    from pipeline.workshop.art_cache import no_blobs
    from pipeline.workshop.catalogues import Catalogues
    from pipeline.workshop.workshop import Workshop

    settings = load_settings()
    catalogues = Catalogues(
        concepts=load_concepts(), genres=load_genres(), styles=load_styles(), recipes=recipes(),
        formats=load_formats(), background=load_background(), sights=load_sights(),
        forbidden=load_forbidden(settings.painting.unsafe_words), printers=load_printers(),
    )  # fmt: skip
    return Workshop(
        catalogues=catalogues, library=_library(), encoder=UniversalSentenceEncoder(),
        finder=Finders((*face_finder(), LightSubjects())), release=metadata.version("articover"),
        read=read or no_blobs, easel=easel,
        retoucher=retoucher(settings.lettering, settings.painting.models, paints=easel is not None,
                            writes=writes),
        upscaler=upscaler(settings.upscaling, settings.painting.models, settings.painting.device),
    )  # fmt: skip


@functools.cache
def _writer() -> Callable[[], PaintingProcess] | None:
    from bot.writer import writer

    settings = load_settings()
    return writer(settings.lettering.writer, settings.painting)


def _atelier() -> Atelier | None:
    """Where painting is done."""
    found = _painting()
    return None if isinstance(found, ModelError) else found


def _painting_fault() -> ModelError | None:
    """Why nothing paints although that was demanded: no reason to refuse all that needs no model."""
    found = _painting()
    return found if isinstance(found, ModelError) else None


@functools.cache
def _painting() -> Atelier | ModelError | None:
    """Where painting is done, or why it cannot be; decided once a process."""
    from bot.painter import atelier

    settings = load_settings()
    try:
        return atelier(settings.painting, settings.known_models)
    except ModelError as error:
        return error


def _house(
    notice: Notice = unnoticed, hire: OpenStaff = nobody
) -> AbstractAsyncContextManager[House]:  # fmt: skip
    from bot.house import Plan, open_house
    from pipeline.domain.limits import QueueLimits, StudioLimits
    from pipeline.workshop.performing import perform

    settings, atelier = load_settings(), _atelier()
    plan = Plan(
        data=settings.data, database_url=settings.database_url, account=_account(), menu=_menu(),
        # decided here and not in each worker: drawing goes on where a model goes while this runs
        workshop=functools.partial(stocked_workshop, settings.data / "blobs",
                                   None if atelier is None else atelier.easel,
                                   writes=_writer() is not None),
        perform=perform, long_workers=settings.long_workers,
        painter=None if atelier is None else atelier.process, writer=_writer(),
        limits=StudioLimits(quota_mb=settings.quota_mb), queue=QueueLimits(drain_s=settings.drain_s),
    )  # fmt: skip
    return open_house(plan, notice, hire)


def _staff(ground: Ground) -> Staff:
    from bot.chats import Chats, staff
    from bot.service.links import open_links

    chats, settings = load_chats(), load_settings()
    links = open_links(settings.downloads, settings.data, ground.store.holds, ground.clock)
    return staff(
        Chats(menu=_menu(), genres=load_genres(), styles=load_styles(), formats=load_formats(),
              shops=load_shops(), read_brief=_read_brief, library=_own_library,
              discord=_discord(chats), telegram=_telegram(chats), link=None if links is None else links.to),
        ground,
    )  # fmt: skip


def _discord(chats: ChatSettings) -> DiscordSettings | None:
    from bot.discord.settings import DiscordSettings

    if chats.discord is None:
        return None
    return DiscordSettings(**asdict(chats.discord), admins=chats.admins["discord"],
                           admin_roles=chats.admins["discord-role"])  # fmt: skip


def _telegram(chats: ChatSettings) -> TelegramSettings | None:
    from bot.telegram.settings import TelegramSettings

    if chats.telegram is None:
        return None
    return TelegramSettings(**asdict(chats.telegram), admins=chats.admins["telegram"])


def _account() -> str:
    """Who sits at the terminal: the system's name of them, or the number where it has no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container that runs as a number
        return str(os.getuid())


def _menu() -> Menu:
    from bot.upscaling import chosen
    from pipeline.menu import Menu

    settings = load_settings()
    return Menu(genres=load_genres(), styles=load_styles(), formats=load_formats(), fonts=_fonts(),
                palettes=_palettes, paints=_atelier() is not None, fault=_painting_fault(),
                policy=_policy(), writes=_writer() is not None, library=_library,
                printers=load_printers(),
                enlarger=chosen(settings.upscaling.upscaler, settings.painting.device))  # fmt: skip


def _policy() -> Policy:
    from pipeline.stages.policy import Policy, WordList

    painting = load_settings().painting
    return Policy(PolicyRule(painting.policy), WordList(load_forbidden(painting.unsafe_words)))


@functools.cache
def _palettes() -> Mapping[str, Sequence[Palette]]:
    from pipeline.illustrator.catalogue import recipes

    return {name: recipe.palettes for name, recipe in recipes().items()}


def stocked_workshop(
    blobs: Path, easel: Easel | None = None, *, writes: bool = False
) -> Workshop:  # fmt: skip
    """The workshop of a worker process, with the pictures that lie in `blobs` at hand.

    It plans paintings for the model that `easel` tells of; None: there is none. `writes` says that
    a model letters words.
    """
    from storage.blobs import reader

    return _workshop(reader(blobs), easel, writes)


def _bench(progress: Progress) -> AbstractAsyncContextManager[CommandBench]:
    from bot.bench import command_bench

    settings = load_settings()
    return command_bench(_workshop, settings.long_workers, progress)


if __name__ == "__main__":
    # By its real name: worker processes cannot import what belongs to `__main__` of `python -m`.
    from bot.__main__ import main as by_name

    sys.exit(by_name())
