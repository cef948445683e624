import asyncio
import os
import signal

GRACE = 0.4  # Seconds for requests that are under way.


async def handle(number: int, seconds: float) -> None:
    print(f"request {number}: begins")
    try:
        await asyncio.sleep(seconds)
        print(f"request {number}: answered")
    except asyncio.CancelledError:
        print(f"request {number}: broken off")
        raise


async def main() -> None:
    stop = asyncio.Event()

    def on_signal() -> None:
        print("SIGTERM: no new requests")
        stop.set()

    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, on_signal)

    requests = [
        asyncio.create_task(handle(1, 0.1)),
        asyncio.create_task(handle(2, 60)),
    ]
    await asyncio.sleep(0)  # One turn: both begin.
    os.kill(os.getpid(), signal.SIGTERM)  # As a supervisor does.
    await stop.wait()
    # A server stops listening here.

    _, pending = await asyncio.wait(requests, timeout=GRACE)
    for request in pending:
        request.cancel()
    ends = await asyncio.gather(*requests, return_exceptions=True)
    print(f"answered: {ends.count(None)} of {len(ends)}")


if __name__ == "__main__":
    asyncio.run(main())
