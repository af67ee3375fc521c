"""A process that does what it is told, line by line, as fast as it can; see `test_fences`."""

import asyncio
import json
import os
import sys
from pathlib import Path

from storage.opening import open_store
from tests.storage.orders import MOST, HandClock, Orders, cover_for, job_for


async def submit(store, wish):
    cover = cover_for(wish["person"])
    job = job_for(wish["person"], cover.id, key=wish["key"])
    return (await store.jobs.submit(job, cover=cover, most_open=MOST)).id


async def claim(store, wish):
    return await store.work.claim(wish["job"], f"process {os.getpid()}") is not None


async def settle(store, wish):
    """Both have a job of their own: each takes the one that the other does not get."""
    for name in wish["jobs"]:
        job = await store.jobs.job(name)
        result = await Orders(store).result(job)
        if await store.work.settle(name, "t", result):
            return True
    return False


async def main(url, data, wish):
    store = await open_store(url, Path(data), HandClock())
    print("ready", flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        answer = await {"submit": submit, "claim": claim, "settle": settle}[wish](
            store, json.loads(line)
        )
        print(json.dumps(answer), flush=True)
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
