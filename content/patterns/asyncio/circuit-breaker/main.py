import asyncio
import time
from collections.abc import Awaitable, Callable

FAILURES = 3  # In a row, until the circuit opens.
COOL_DOWN = 30.0  # Seconds until one call may try again.


class CircuitOpenError(Exception):
    pass


class CircuitBreaker:
    """Refuses calls to a service that keeps failing."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self.clock = clock
        self.failures = 0
        self.try_at = 0.0

    async def call(self, job: Callable[[], Awaitable[str]]) -> str:
        now = self.clock()
        if self.failures >= FAILURES:
            if now < self.try_at:
                raise CircuitOpenError("refused, the circuit is open")
            self.try_at = now + COOL_DOWN  # One may try, not all.
        try:
            result = await job()
        except (ConnectionError, TimeoutError):
            self.failures += 1
            self.try_at = self.clock() + COOL_DOWN
            raise
        except Exception:  # An answer, though not a welcome one.
            self.failures = 0
            raise
        self.failures = 0
        return result


async def main() -> None:
    now = 0.0  # A clock that can be set; the sample need not wait.
    up = False
    asked = 0
    breaker = CircuitBreaker(clock=lambda: now)

    async def fetch() -> str:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0)  # Stands for a request.
        if not up:
            raise ConnectionError("failed")
        return "answered"

    for second in 0, 1, 2, 3, 4, 33, 34, 70, 71:
        now, up = float(second), second >= 60
        try:
            outcome = await breaker.call(fetch)
        except (ConnectionError, CircuitOpenError) as error:
            outcome = str(error)
        print(f"{second:2} s: {outcome}")
    print(f"requests that reached the service: {asked} of 9")


if __name__ == "__main__":
    asyncio.run(main())
