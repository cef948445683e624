import asyncio


async def ask(mirror: str, delay: float) -> str:
    await asyncio.sleep(delay)  # Stands for a request.
    if mirror == "middle":
        raise ConnectionError("the middle mirror is down")
    return f"the {mirror} mirror answered"


async def main() -> None:
    tasks = [
        asyncio.create_task(ask("far", 0.3)),
        asyncio.create_task(ask("near", 0.1)),
        asyncio.create_task(ask("middle", 0.2)),
    ]
    for place, earliest in enumerate(asyncio.as_completed(tasks), 1):
        try:
            print(f"{place}. {await earliest}")
        except ConnectionError as error:
            print(f"{place}. {error}")
    print("all are done")


if __name__ == "__main__":
    asyncio.run(main())
