"""A model hub on this machine: real sockets, and the protocol as huggingface_hub speaks it.

Lines break, content is damaged and people are turned away where a test asks for it.
"""

import asyncio
import hashlib
import threading
from dataclasses import dataclass, field

from aiohttp import web

COMMIT = "c0ffee" * 6 + "1234"
NAME = "CompVis/stable-diffusion-v1-4"
UNET = "unet/diffusion_pytorch_model.fp16.safetensors"


@dataclass
class Behaviour:
    """How the hub behaves. `cut`: after so many bytes of a path the line breaks, that often;
    `damage`: so often a path comes with a byte changed; `status` and `code` answer for the
    repository itself, `doors` for its files; `hold` a path: half of it comes, then nothing more.
    """

    cut: dict[str, list[int]] = field(default_factory=dict)
    damage: dict[str, int] = field(default_factory=dict)
    status: int = 200
    code: str = ""
    doors: int = 200
    busy: int = 0
    hold: str = ""
    ranges: bool = True


class LoopbackHub:
    """Serves `files` of one repository; `asked` has (path, Range, Authorization) of every request."""

    def __init__(self, repository: str, files: dict[str, bytes], licence="creativeml-openrail-m"):
        self.repository, self.files, self.licence = repository, files, licence
        self.how = Behaviour()
        self.asked: list[tuple[str, str, str]] = []
        self.held = threading.Event()
        self._ended = asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self):
        self._thread.start()
        self.address = asyncio.run_coroutine_threadsafe(self._open(), self._loop).result()
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._ended.set)
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def fetched(self, path):
        """The ranges that a file was asked for with."""
        return [asked for name, asked, _ in self.asked if name == path]

    async def _open(self):
        app = web.Application()
        app.router.add_get("/api/models/{owner}/{name}/revision/{revision}", self._info)
        app.router.add_get("/{owner}/{name}/resolve/{revision}/{path:.+}", self._resolve)
        app.router.add_get("/cdn/{path:.+}", self._content)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        return f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"

    async def _info(self, request):
        self.asked.append(("", "", request.headers.get("Authorization", "")))
        asked = f"{request.match_info['owner']}/{request.match_info['name']}"
        if asked != self.repository:
            return web.Response(status=404, headers={"X-Error-Code": "RepoNotFound"})
        if self.how.status != 200:
            return web.Response(status=self.how.status, headers={"X-Error-Code": self.how.code})
        if request.match_info["revision"] not in {"main", "fp16", COMMIT}:
            return web.Response(status=404, headers={"X-Error-Code": "RevisionNotFound"})
        return web.json_response({
            "id": asked, "modelId": asked, "sha": COMMIT, "gated": False, "private": False,
            "downloads": 1, "likes": 1, "tags": [], "cardData": {"license": self.licence},
            "siblings": [self._sibling(path) for path in self.files],
        })  # fmt: skip

    def _sibling(self, path):
        content = self.files[path]
        told = {"rfilename": path, "size": len(content), "blobId": git_sha(content)}
        if path.endswith(".safetensors"):
            sha = hashlib.sha256(content).hexdigest()
            told["lfs"] = {"sha256": sha, "size": len(content), "pointerSize": 134}
        return told

    async def _resolve(self, request):
        """Small files come at once; large ones by way of another address, as from a CDN."""
        path = request.match_info["path"]
        if self.how.doors != 200:
            code = {401: "GatedRepo", 403: "GatedRepo"}.get(self.how.doors, "")
            return web.Response(status=self.how.doors, headers={"X-Error-Code": code})
        if path not in self.files:
            return web.Response(status=404, headers={"X-Error-Code": "EntryNotFound"})
        about = {"X-Repo-Commit": COMMIT, "ETag": f'"{git_sha(self.files[path])}"'}
        if path.endswith(".safetensors"):
            sha = hashlib.sha256(self.files[path]).hexdigest()
            about |= {"X-Linked-Etag": f'"{sha}"', "X-Linked-Size": str(len(self.files[path])),
                      "Location": f"/cdn/{path}"}  # fmt: skip
            return web.Response(status=302, headers=about)
        return await self._content(request, about)

    async def _content(self, request, about=None):
        path = request.match_info["path"]
        content, asked = self.files[path], request.headers.get("Range", "")
        self.asked.append((path, asked, request.headers.get("Authorization", "")))
        if self.how.busy:
            self.how.busy -= 1
            return web.Response(status=503)
        if self.how.damage.get(path, 0):
            self.how.damage[path] -= 1
            content = bytes([content[0] ^ 255]) + content[1:]
        start = int(asked[6:-1]) if asked and self.how.ranges else 0
        size, rest = len(content), content[start:]
        reply = web.StreamResponse(status=206 if start else 200, headers=about or {})
        if start:
            reply.headers["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
        reply.content_length = len(rest)
        await reply.prepare(request)
        await self._send(request, reply, path, rest)
        return reply

    async def _send(self, request, reply, path, rest):
        if self.how.hold == path:
            await reply.write(rest[: len(rest) // 2])
            self.held.set()
            await self._ended.wait()
            return
        cuts = self.how.cut.get(path)
        if cuts:
            await reply.write(rest[: cuts.pop(0)])
            request.transport.close()
        else:
            await reply.write(rest)


def git_sha(content):
    """How git names a content."""
    digest = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False)
    return digest.hexdigest()
