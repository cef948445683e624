import asyncio
import time

WORK = 0.3  # Seconds of computing.
SLICES = 10


def compute(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


async def at_once() -> None:
    compute(WORK)


async def in_slices() -> None:
    for _ in range(SLICES):
        compute(WORK / SLICES)
        await asyncio.sleep(0)  # Lets the loop take a turn.


async def watch(title: str, work) -> float:
    answered = 0

    async def answer() -> float:  # A request that takes 10 ms.
        nonlocal answered
        due = time.perf_counter() + 0.01
        await asyncio.sleep(0.01)
        answered += 1
        return time.perf_counter() - due

    requests = [asyncio.create_task(answer()) for _ in range(3)]
    await asyncio.sleep(0)  # Now they wait.
    await work()
    print(f"{title}: answered meanwhile: {answered} of 3")
    return max(await asyncio.gather(*requests))


async def main() -> None:
    late = await watch("at once", at_once)
    print(f"late by 0.2 s or more: {'yes' if late >= 0.2 else 'no'}")
    await watch("in slices", in_slices)


if __name__ == "__main__":
    asyncio.run(main())
