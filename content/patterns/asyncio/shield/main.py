import asyncio


async def save() -> None:
    print("save: begins")
    try:
        await asyncio.sleep(0.1)  # Stands for two writes.
        print("save: done")
    except asyncio.CancelledError:
        print("save: interrupted, half of it is written")
        raise


async def handle(begun: asyncio.Event) -> None:
    saving = asyncio.create_task(save())
    try:
        begun.set()
        await asyncio.shield(saving)
    except asyncio.CancelledError:
        print("request: cancelled, lets the save end")
        await saving
        raise


async def main() -> None:
    begun = asyncio.Event()
    request = asyncio.create_task(handle(begun))
    await begun.wait()
    await asyncio.sleep(0)  # One turn: the save begins, too.
    request.cancel()  # The client has gone.
    try:
        await request
    except asyncio.CancelledError:
        print("main: the request is over")


if __name__ == "__main__":
    asyncio.run(main())
