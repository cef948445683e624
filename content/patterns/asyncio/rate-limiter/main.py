import asyncio
import time

RATE = 20.0  # Tokens per second.
BURST = 3  # Tokens that the bucket holds; it begins full.
REQUESTS = 9


class TokenBucket:
    """Hands out tokens; whoever comes too early waits for one."""

    def __init__(self, rate: float, burst: int) -> None:
        self.rate = rate
        self.burst = burst
        self.tokens = float(burst)
        self.filled = time.monotonic()

    async def take(self) -> None:
        now = time.monotonic()
        grown = (now - self.filled) * self.rate
        self.tokens = min(self.burst, self.tokens + grown)
        self.filled = now
        self.tokens -= 1  # Below zero: a token of the future.
        if self.tokens < 0:
            await asyncio.sleep(-self.tokens / self.rate)


async def main() -> None:
    begin = time.monotonic()
    bucket = TokenBucket(RATE, BURST)
    times: list[float] = []

    async def request(number: int) -> None:
        await bucket.take()
        times.append(time.monotonic() - begin)
        print(f"request {number} is sent")

    async with asyncio.TaskGroup() as group:
        for number in range(1, REQUESTS + 1):
            group.create_task(request(number))

    # The n-th may be sent when n - BURST tokens have grown.
    early = [
        n for n, at in enumerate(times, 1)
        if at < (n - BURST) / RATE - 0.005
    ]
    print(f"sent too early: {len(early)}")


if __name__ == "__main__":
    asyncio.run(main())
