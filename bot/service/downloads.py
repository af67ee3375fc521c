"""The page from which people fetch files that no chat takes.

    GET /d/LINK        a page with the file's name, its size, and how long it is there
    GET /d/LINK/NAME   the file itself, whole or in ranges, so that a phone can go on where it was

404 is what was never signed here, 410 what is over: an expired link, a deleted cover, a person who
was forgotten; 503 what cannot be told while the database is away. Behind the page stands a link and
not the file, since chats look at every link that is posted in them. Addresses hold the right to
fetch a file, so that none is ever logged.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.service.download_page import file_page, later_page, over_page, unknown_page
from bot.service.health import listening
from bot.service.links import PATH, Link, Signed
from pipeline.domain.errors import StorageError
from pipeline.domain.file import StoredFile
from pipeline.domain.version import Sha
from pipeline.ports.clock import Clock
from pipeline.ports.jobs import Receipts

RETRY_S = 60
"""After so long a browser may ask again when the database was away."""
CLOSE_S = 1.0
"""What is being fetched when the process ends is broken off; it goes on with a range."""
_CLOSED = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
}
_KINDS = {
    ".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".json": "application/json",
    ".zip": "application/zip",
}  # fmt: skip


class Downloads:
    """Answers who follows a link."""

    def __init__(
        self, signed: Signed, *, receipts: Receipts, place: Callable[[Sha], Path], clock: Clock
    ) -> None:
        """Links as `signed`, results from `receipts`; `place` is where a blob lies."""
        self._signed = signed
        self._receipts = receipts
        self._place = place
        self._clock = clock

    @asynccontextmanager
    async def serving(self, address: str, host: str, port: int) -> AsyncGenerator[int]:
        """Answer on `host` and `port` (0: any that is free) until the context ends; yields the port.

        The path of the public `address` is understood as well, whether a proxy takes it off or not.
        Several processes of one installation may do so at once: every one knows all links.

        Raises:
            ServiceError: `service-port` when the port is taken or the host is not ours.
        """
        app = web.Application(middlewares=[_in_our_words])
        for prefix in dict.fromkeys(("", urlsplit(address).path.rstrip("/"))):
            app.router.add_get(f"{prefix}{PATH}/{{link}}", self._page)
            app.router.add_get(f"{prefix}{PATH}/{{link}}/{{name}}", self._file)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSE_S)
        try:
            yield await listening(runner, host, port, shared=True)
        finally:
            await runner.cleanup()

    async def _page(self, request: web.Request) -> web.StreamResponse:
        link = self._signed.read(request.match_info["link"])
        if link is None:
            return _unknown(request)
        stored = await self._there(link)
        if stored is None:
            return _gone(link)
        left_s = (link.until - self._clock.now()).total_seconds()
        target = f"{request.path.rpartition('/')[2]}/{quote(link.name)}"
        body = file_page(link, size=stored.size, left_s=left_s, target=target)
        return web.Response(text=body, content_type="text/html", headers=_CLOSED)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        link = self._signed.read(request.match_info["link"])
        if link is None or request.match_info["name"] != link.name:
            return _unknown(request)
        stored = await self._there(link)
        if stored is None:
            return _gone(link)
        kind = _KINDS.get(Path(link.name).suffix.lower(), "application/octet-stream")
        told = {"Content-Type": kind, "Content-Disposition": _named(link.name), **_CLOSED}
        return web.FileResponse(self._place(stored.sha256), headers=told)

    async def _there(self, link: Link) -> StoredFile | None:
        """The file, unless the link is over, the file deleted, or not whole."""
        if self._clock.now() >= link.until:
            return None
        receipt = await self._receipts.receipt(link.job)
        files = receipt.parcel.files if receipt else ()
        if not 0 <= link.number < len(files):
            return None
        file = files[link.number]
        try:
            there = self._place(file.sha256).stat().st_size
        except (OSError, StorageError):
            return None
        return file if there == file.size else None


def _named(name: str) -> str:
    """What a browser calls a file, in letters that every header takes and in all others."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-._ ") else "_" for c in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"


@web.middleware
async def _in_our_words(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Asks people to come back while the database is away."""
    try:
        return await handler(request)
    except StorageError:
        body = later_page(request.headers.get("Accept-Language", ""))
        told = {**_CLOSED, "Retry-After": str(RETRY_S)}
        return web.Response(text=body, status=503, content_type="text/html", headers=told)


def _gone(link: Link) -> web.Response:
    body = over_page(link.language)
    return web.Response(text=body, status=410, content_type="text/html", headers=_CLOSED)


def _unknown(request: web.Request) -> web.Response:
    body = unknown_page(request.headers.get("Accept-Language", ""))
    return web.Response(text=body, status=404, content_type="text/html", headers=_CLOSED)
