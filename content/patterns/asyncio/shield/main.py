import asyncio


async def save(begun: asyncio.Event) -> None:
    print("save: begins")
    begun.set()
    try:
        await asyncio.sleep(0.1)  # Stands for two writes.
        print("save: done")
    except asyncio.CancelledError:
        print("save: interrupted, half of it is written")
        raise


async def handle(begun: asyncio.Event) -> None:
    saving = asyncio.create_task(save(begun))
    try:
        await asyncio.shield(saving)
    except asyncio.CancelledError:
        print("request: cancelled, lets the save end")
        await saving
        raise


async def main() -> None:
    begun = asyncio.Event()
    request = asyncio.create_task(handle(begun))
    await begun.wait()
    request.cancel()  # The client has gone.
    await asyncio.wait([request])
    if request.cancelled():
        print("main: the request is over")


if __name__ == "__main__":
    asyncio.run(main())
