import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

Load = Callable[[str], Coroutine[Any, Any, str]]


class SingleFlight:
    """Lets callers that ask for the same key share one load."""

    def __init__(self, load: Load) -> None:
        self.load = load
        self.flights: dict[str, asyncio.Task[str]] = {}

    async def get(self, key: str) -> str:
        flight = self.flights.get(key)
        if flight is None:
            flight = asyncio.create_task(self.load(key))
            self.flights[key] = flight
            # Forgets it when it is over, after a failure as well.
            flight.add_done_callback(lambda _: self.flights.pop(key))
        # A caller that is cancelled must not cancel the others.
        return await asyncio.shield(flight)


loads = 0


async def load(key: str) -> str:
    global loads
    loads += 1
    await asyncio.sleep(0.05)  # Stands for a slow query.
    if loads == 1:
        raise ConnectionError("the database is busy")
    return f"{key}, from load {loads}"


async def ask_five_times(cache: SingleFlight) -> None:
    before = loads
    answers = await asyncio.gather(
        *(cache.get("prices") for _ in range(5)),
        return_exceptions=True,
    )
    print(f"5 callers, {loads - before} load:", end=" ")
    print("; ".join(sorted({str(answer) for answer in answers})))


async def main() -> None:
    cache = SingleFlight(load)
    for _ in range(3):
        await ask_five_times(cache)


if __name__ == "__main__":
    asyncio.run(main())
