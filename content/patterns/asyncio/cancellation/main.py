import asyncio


async def work(begun: asyncio.Event) -> None:
    print("worker: begins")
    try:
        while True:
            begun.set()
            await asyncio.sleep(0.01)  # One round of work.
    except asyncio.CancelledError:
        print("worker: is cancelled")
        await asyncio.sleep(0.01)  # Saves its work.
        print("worker: has cleaned up")
        raise


async def main() -> None:
    begun = asyncio.Event()
    task = asyncio.create_task(work(begun))
    await begun.wait()

    task.cancel()
    print("main: has asked the worker to stop")
    await asyncio.wait([task])  # Does not raise its error.
    if task.cancelled():
        print("main: the worker was cancelled")
    print("main: the worker has ended")


if __name__ == "__main__":
    asyncio.run(main())
