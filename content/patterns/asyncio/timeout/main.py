import asyncio


async def fetch(name: str, delay: float) -> None:
    try:
        await asyncio.sleep(delay)  # Stands for a request.
        print(f"{name}: answered")
    finally:
        print(f"{name}: connection closed")


async def fetch_within(limit: float, name: str, delay: float):
    try:
        async with asyncio.timeout(limit):
            await fetch(name, delay)
    except TimeoutError:
        print(f"{name}: no answer in time")


async def main() -> None:
    await fetch_within(30, "quick server", 0.02)
    await fetch_within(0.1, "slow server", 1)
    print("Nobody waits any longer.")


if __name__ == "__main__":
    asyncio.run(main())
