"""A process that tries for the right to run the queue, says what it got, and waits to be ended."""

import asyncio
import sys
from pathlib import Path

from storage.opening import open_store
from tests.storage.orders import HandClock


async def main(url, data):
    store = await open_store(url, Path(data), HandClock())
    print("taken" if await store.lock.take() else "refused", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    await store.lock.give_back()
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
