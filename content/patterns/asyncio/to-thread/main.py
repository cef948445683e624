import asyncio
import threading
import time


def read_meter() -> tuple[int, int]:
    """Blocks its thread, as a library without async does."""
    time.sleep(0.4)
    return 21, threading.get_ident()


async def main() -> None:
    beats = 0

    async def heartbeat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0.02)
            beats += 1

    heart = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)  # One turn: the heartbeat begins.
    value, thread = await asyncio.to_thread(read_meter)
    heart.cancel()

    same = thread == threading.get_ident()
    print(f"the meter says {value}")
    print(f"read in the loop's own thread: {'yes' if same else 'no'}")
    print(f"the loop went on meanwhile: {'yes' if beats else 'no'}")


if __name__ == "__main__":
    asyncio.run(main())
