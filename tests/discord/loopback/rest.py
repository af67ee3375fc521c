"""The REST side: every request is written down, admitted, answered, or refused in Discord's words."""

import asyncio
import json
import re
import traceback
from dataclasses import dataclass

from aiohttp import web

from tests.discord.loopback import callbacks, cdn, commands, posts, webhooks
from tests.discord.loopback.calls import read_call
from tests.discord.loopback.refusals import RefusedError, unauthorized

API = "/api/v10"
_BY_TOKEN = re.compile(r"^/(interactions|webhooks)/")


@dataclass(frozen=True)
class Request:
    """A request as it came in, and what was answered; 0 where the connection ended."""

    method: str
    path: str
    status: int
    body: object = None

    def __str__(self):
        return f"{self.method} {self.path} {self.status}"


class Rest:
    """All routes, behind one gate."""

    def __init__(self, world, rates, faults, token, gateway_url):
        self.world, self.rates, self.faults, self.token = world, rates, faults, token
        self.gateway_url = gateway_url
        self.requests = []

    def routes(self, app):
        """Add every route to a web application."""
        for method, path, handle in (*self._own(), *commands.ROUTES, *posts.ROUTES,
                                     *callbacks.ROUTES, *webhooks.ROUTES):  # fmt: skip
            app.router.add_route(method, API + path, self._gate(path, handle))
        app.router.add_get("/cdn/attachments/{channel}/{attachment}/{name}", self._fetch)
        app.router.add_route("*", "/{rest:.*}", self._nowhere)

    def _own(self):
        return (
            ("GET", "/gateway", self._gateway),
            ("GET", "/gateway/bot", self._gateway),
            ("GET", "/users/@me", self._me),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/applications/@me", self._application),
        )

    async def _gateway(self, call):
        limit = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
        more = (
            {"shards": 1, "session_start_limit": limit} if call.request.path.endswith("bot") else {}
        )
        return 200, {"url": self.gateway_url()} | more

    async def _me(self, call):
        return 200, call.world.bot.json() | {"verified": True, "mfa_enabled": True, "email": None}

    async def _application(self, call):
        world = call.world
        return 200, {
            "id": str(world.application), "name": world.bot.name, "description": "", "icon": None,
            "bot_public": True, "bot_require_code_grant": False, "verify_key": "0" * 64, "flags": 0,
            "owner": {"id": "1", "username": "host", "discriminator": "0", "avatar": None},
            "team": None, "rpc_origins": [], "integration_types_config": {"0": {}, "1": {}},
        }  # fmt: skip

    def _gate(self, template, handle):
        async def answer(request):
            headers, call = {}, None
            try:
                await self._befall(request, after=False)
                if not _BY_TOKEN.match(template):
                    self._demand_token(request)
                major = [request.match_info.get(key) for key in ("channel", "token")]
                headers = self.rates.admit(request.method, template, tuple(major), self.world)
                call = await read_call(self.world, request)
                status, body = await handle(call)
                self.world.ring()
                await self._befall(request, after=True)
            except RefusedError as refusal:
                return self._refused(request, refusal, headers, call)
            except (asyncio.CancelledError, ConnectionError):
                self._note(request, 0, call)
                raise
            except Exception:
                self.world.violated("server", traceback.format_exc())
                raise
            self._note(request, status, call)
            return _reply(status, body, headers)

        return answer

    async def _befall(self, request, *, after):
        waited = len(self.faults.waiting)
        told = self.world.interactions.get(request.match_info.get("token"))
        hits = sum(fault.hit for fault in self.faults.waiting)
        try:
            await self.faults.meet(request, after=after)
        finally:
            if told is not None and waited and hits != sum(f.hit for f in self.faults.waiting):
                told.excused = True

    def _demand_token(self, request):
        if request.headers.get("Authorization") != f"Bot {self.token}":
            raise unauthorized()

    def _refused(self, request, refusal, headers, call):
        if refusal.status in (401, 403, 429):
            self.rates.invalid[refusal.status] += 1
        if refusal.wrong:
            self.world.violated(f"{refusal.status} {refusal.code}", f"{request.method} {request.path}: {refusal}")  # fmt: skip
        self._note(request, refusal.status, call)
        if page := getattr(refusal, "page", None):
            return web.Response(status=refusal.status, text=page, content_type="text/html")
        body = getattr(refusal, "body_is", refusal.body)
        return _reply(refusal.status, body, headers | refusal.headers)

    def _note(self, request, status, call):
        path = request.path.removeprefix(API)
        self.requests.append(Request(request.method, path, status, call and call.body))
        self.world.ring()

    async def _fetch(self, request):
        return cdn.fetch(self.world, request)

    async def _nowhere(self, request):
        self.world.violated("route", f"{request.method} {request.path} is not served")
        return _reply(404, {"message": "404: Not Found", "code": 0}, {})


def _reply(status, body, headers):
    """Discord's content type has no charset, and discord.py demands exactly that."""
    if body is None:
        return web.Response(status=status, headers=headers)
    text = json.dumps(body, ensure_ascii=False).encode()
    return web.Response(
        status=status, body=text, headers=headers | {"Content-Type": "application/json"}
    )
