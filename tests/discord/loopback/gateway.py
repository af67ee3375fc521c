"""The gateway: sessions that are begun, kept alive, broken off and resumed."""

import asyncio
import contextlib
import json
import secrets
import time
import zlib
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, MEMBERS = 0, 1, 2, 3, 4, 6, 7, 8
INVALID_SESSION, HELLO, ACK = 9, 10, 11
GUILDS = 1 << 0
PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
KNOWN_INTENTS = (1 << 26) - 1
_MOST_SENT, _SENT_WINDOW_S = 120, 60.0
_LONGEST = 4096
_MOST_GRACE_S = 5.0


@dataclass(eq=False)
class Session:
    """What a client has been told, so that it can be told again."""

    id: str
    intents: int
    told: list = field(default_factory=list)
    socket: object = None

    @property
    def connected(self):
        return self.socket is not None


class Gateway:
    """Every socket of the bot."""

    def __init__(self, world, token, *, heartbeat_s=41.25):
        self.world, self._token, self.heartbeat_s = world, token, heartbeat_s
        self.sessions, self.sockets = {}, set()
        self.identified = self.resumed = 0
        self.refuse_resumes = self.down = False
        world.tell = self.tell

    @property
    def connected(self):
        """Whether a bot listens now."""
        return any(session.connected for session in self.sessions.values())

    def tell(self, event, data, intent=0, guild=None):
        """Dispatch an event to every session that wants it; whether one heard it at once."""
        if guild is not None and not guild.with_bot:
            return False
        heard = False
        for session in self.sessions.values():
            if not intent or session.intents & intent:
                session.told.append((event, data))
                heard = heard or session.connected
                if session.connected:
                    session.socket.put(event, data, len(session.told))
        self.world.ring()
        return heard

    async def serve(self, request):
        """One socket from its first word to its last."""
        if self.down:
            return web.Response(status=503, text="down")
        zipped = request.query.get("compress") == "zlib-stream"
        socket = Socket(self, zipped=zipped)
        self.sockets.add(socket)
        try:
            return await socket.run(request)
        finally:
            self.sockets.discard(socket)
            self.world.ring()

    def identify(self, socket, data):
        """Begin a session, or the code with which the socket is closed."""
        if data.get("token") != self._token:
            return 4004
        intents = data.get("intents")
        if not isinstance(intents, int) or intents & ~KNOWN_INTENTS:
            return 4013
        if intents & PRIVILEGED:
            self.world.violated(
                "intents", f"privileged intents {intents & PRIVILEGED} are not granted"
            )
            return 4014
        self.identified += 1
        socket.session = Session(secrets.token_hex(16), intents, socket=socket)
        self.sessions[socket.session.id] = socket.session
        self._welcome(socket.session)
        return None

    def _welcome(self, session):
        world = self.world
        guilds = [one for one in world.guilds.values() if one.with_bot]
        ready = {
            "v": 10, "user": world.bot.json() | {"verified": True, "mfa_enabled": True, "email": None},
            "guilds": [{"id": str(one.id), "unavailable": True} for one in guilds], "shard": [0, 1],
            "session_id": session.id, "resume_gateway_url": world.gateway_url,
            "application": {"id": str(world.application), "flags": 0},
        }  # fmt: skip
        self._to(session, "READY", ready)
        for guild in guilds if session.intents & GUILDS else ():
            own = [c for c in world.channels.values() if c.guild is guild and not c.gone]
            self._to(session, "GUILD_CREATE", guild.json(world.bot, own))

    def _to(self, session, event, data):
        session.told.append((event, data))
        session.socket.put(event, data, len(session.told))
        self.world.ring()

    def resume(self, socket, data):
        """Go on with a session: what was missed is told again."""
        session = self.sessions.get(data.get("session_id"))
        if data.get("token") != self._token:
            return 4004
        seq = data.get("seq")
        if session is None or self.refuse_resumes:
            socket.send({"op": INVALID_SESSION, "d": False})
            return None
        if not isinstance(seq, int) or seq > len(session.told):
            return 4007
        self.resumed += 1
        session.socket, socket.session = socket, session
        for number, (event, told) in enumerate(session.told[seq:], seq + 1):
            socket.put(event, told, number)
        self._to(session, "RESUMED", {})
        return None

    async def drop(self, code=None):
        """End every connection: as a broken line, or with a close code."""
        for socket in list(self.sockets):
            await socket.end(code)

    def ask_to_reconnect(self):
        """What Discord sends before it restarts a gateway."""
        for socket in list(self.sockets):
            socket.send({"op": RECONNECT, "d": None})

    def invalidate(self, *, resumable=False):
        """Let every session be invalid."""
        for session in list(self.sessions.values()):
            if session.connected:
                session.socket.send({"op": INVALID_SESSION, "d": resumable})
        if not resumable:
            self.sessions.clear()


class Socket:
    """One connection."""

    def __init__(self, gateway, *, zipped):
        self.gateway, self.world, self.session = gateway, gateway.world, None
        self._zip = zlib.compressobj() if zipped else None
        self._out, self._web, self._transport = asyncio.Queue(), web.WebSocketResponse(), None
        self._sent = []
        self.beat_at = time.monotonic()

    def put(self, event, data, number):
        self.send({"op": DISPATCH, "t": event, "s": number, "d": data})

    def send(self, message):
        self._out.put_nowait(message)

    async def run(self, request):
        await self._web.prepare(request)
        self._transport = request.transport
        self.send({"op": HELLO, "d": {"heartbeat_interval": int(self.gateway.heartbeat_s * 1000)}})
        tasks = [asyncio.ensure_future(part) for part in (self._speak(), self._watch())]
        try:
            await self._listen()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._leave()
        return self._web

    def _leave(self):
        if self.session is not None and self.session.socket is self:
            self.session.socket = None
            if self._web.close_code in (1000, 1001):
                self.gateway.sessions.pop(self.session.id, None)

    async def _speak(self):
        while True:
            text = json.dumps(await self._out.get(), ensure_ascii=False)
            with contextlib.suppress(ConnectionError):
                if self._zip is None:
                    await self._web.send_str(text)
                else:
                    flushed = self._zip.compress(text.encode()) + self._zip.flush(zlib.Z_SYNC_FLUSH)
                    await self._web.send_bytes(flushed)

    async def _watch(self):
        """A client that stops beating is not there any more.

        What is counted are looks: while this machine holds everybody up, nobody looks either.
        """
        every_s = self.gateway.heartbeat_s
        look_s = every_s / 4
        patience_s = every_s * 1.5 + min(every_s, _MOST_GRACE_S)
        beat_at, silent_s = self.beat_at, 0.0
        while silent_s <= patience_s:
            await asyncio.sleep(look_s)
            silent_s = silent_s + look_s if self.beat_at == beat_at else 0.0
            beat_at = self.beat_at
        self.world.violated("heartbeat", "no heartbeat in its time")
        await self.end(4009)

    async def end(self, code=None):
        if code is None:
            self._transport.abort()
        else:
            await self._web.close(code=code)

    async def _listen(self):
        async for message in self._web:
            if message.type is not WSMsgType.TEXT:
                await self._refuse(4002, "not a text")
                return
            code = self._hear(message.data)
            if code is not None:
                await self._refuse(code, message.data[:60].split("token")[0])
                return

    async def _refuse(self, code, what):
        self.world.violated(f"gateway {code}", what)
        await self._web.close(code=code)

    def _hear(self, text):
        now = time.monotonic()
        self._sent = [at for at in self._sent if at > now - _SENT_WINDOW_S] + [now]
        if len(self._sent) > _MOST_SENT:
            return 4008
        if len(text.encode()) > _LONGEST:
            return 4002
        try:
            message = json.loads(text)
        except ValueError:
            return 4002
        return self._do(message.get("op"), message.get("d"))

    def _do(self, op, data):
        match op:
            case 1:
                self.beat_at = time.monotonic()
                self.send({"op": ACK})
                self.world.ring()
                return None
            case 2 | 6 if self.session is not None:
                return 4005
            case 2:
                return self.gateway.identify(self, data)
            case 6:
                return self.gateway.resume(self, data)
            case 3 | 4 | 8:
                return 4003 if self.session is None else None
            case _:
                return 4001
