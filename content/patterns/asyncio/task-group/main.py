import asyncio


async def fetch(name: str, delay: float) -> None:
    print(f"{name}: asked")
    try:
        await asyncio.sleep(delay)  # Stands for a request.
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)  # Cleaning up may wait, too.
        print(f"{name}: cancelled and cleaned up")
        raise
    if name == "orders":
        raise ConnectionError("no orders")
    print(f"{name}: answered")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("users", 0.05))
            group.create_task(fetch("orders", 0.1))
            group.create_task(fetch("prices", 1))
        print("All answered.")
    except* ConnectionError as failed:
        for error in failed.exceptions:
            print(f"The group failed: {error}")
    print("Nothing is left running.")


if __name__ == "__main__":
    asyncio.run(main())
