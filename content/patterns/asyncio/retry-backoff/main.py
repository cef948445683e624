import asyncio
import random
from collections.abc import Awaitable, Callable

BASE = 0.02  # Seconds; doubles with each failure.
LONGEST = 1.0


async def retry(
    job: Callable[[], Awaitable[str]], attempts: int
) -> str:
    for attempt in range(1, attempts):
        try:
            return await job()
        except (ConnectionError, TimeoutError) as error:
            limit = min(LONGEST, BASE * 2 ** (attempt - 1))
            delay = random.uniform(0, limit)  # Jitter.
            print(f"attempt {attempt}: {error}")
            print(f"  waits {delay:.4f} of {limit:.2f} s")
            await asyncio.sleep(delay)
    return await job()  # The last failure is the caller's.


class Server:
    def __init__(self, failures: int) -> None:
        self.failures = failures

    async def fetch(self, page: str) -> str:
        if page == "wrong":
            raise ValueError("no such page")  # Will never exist.
        if self.failures > 0:
            self.failures -= 1
            raise ConnectionError("busy")
        return f"{page} is here"


async def main() -> None:
    server = Server(failures=3)
    print(await retry(lambda: server.fetch("home"), attempts=5))
    try:
        await retry(lambda: server.fetch("wrong"), attempts=5)
    except ValueError as error:
        print(f"gave up at once: {error}")


if __name__ == "__main__":
    asyncio.run(main())
