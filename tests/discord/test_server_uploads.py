"""How the loopback Discord takes files in."""

import asyncio
from unittest.mock import Mock

from aiohttp import StreamReader
from aiohttp.test_utils import make_mocked_request

from tests.discord.loopback.calls import Upload, read_call
from tests.discord.loopback.world import World

PART = b'--edge\r\nContent-Disposition: form-data; name="files[0]"; filename="cover.png"\r\n\r\n'
END = b"\r\n--edge--\r\n"


async def test_a_file_is_whole_however_the_network_cuts_it():
    content = bytes(range(256)) * 80
    stream = StreamReader(Mock(_reading_paused=False), 2**16, loop=asyncio.get_running_loop())
    request = make_mocked_request(
        "POST",
        "/",
        headers={"Content-Type": "multipart/form-data; boundary=edge"},
        payload=stream,
    )
    reading = asyncio.create_task(read_call(World(), request))

    # A piece shorter than the boundary, then more than is read at once: aiohttp gives some back.
    for piece in (PART + content[:100], content[100:103], content[103:] + END):
        stream.feed_data(piece)
        await asyncio.sleep(0)
    stream.feed_eof()

    assert (await reading).files == {0: Upload("cover.png", content)}
