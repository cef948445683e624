import asyncio
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")


def log(text: str) -> None:
    print(f"[{request_id.get()}] {text}")


async def query() -> None:  # Knows nothing of requests.
    log("asks the database")
    await asyncio.sleep(0.05)
    log("has the answer")


async def handle(name: str) -> None:
    request_id.set(name)  # Seen in this task only.
    await query()


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for name in "ABC":
            group.create_task(handle(name))
    log("all requests are handled")


if __name__ == "__main__":
    asyncio.run(main())
