"""Where attachments lie, behind signed links that expire."""

import hmac

from aiohttp import web

from tests.discord.loopback.world import signature


def fetch(world, request):
    """A file, as long as its link is good; whoever stores links is found out."""
    path = request.path.removeprefix("/cdn/")
    until, given = request.query.get("ex", "0"), request.query.get("hm", "")
    if not hmac.compare_digest(given, signature(path, until)):
        world.violated("link", f"{request.path} without its signature")
        return _gone()
    if int(until, 16) < world.now():
        world.violated("link", f"{request.path} had expired")
        return _gone()
    found = world.attachments.get(int(request.match_info["attachment"]))
    if found is None:
        return _gone()
    return web.Response(body=found.content, content_type="application/octet-stream")


def _gone():
    return web.Response(status=404, text="This content is no longer available.")
