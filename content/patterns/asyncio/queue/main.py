import asyncio

ORDERS = 12
LIMIT = 2


async def produce(queue: asyncio.Queue[int]) -> int:
    longest = 0
    for number in range(1, ORDERS + 1):
        await queue.put(number)  # Waits while it is full.
        longest = max(longest, queue.qsize())
    return longest


async def consume(queue: asyncio.Queue[int], done: list[int]):
    while True:
        number = await queue.get()  # Waits while it is empty.
        try:
            await asyncio.sleep(0.01)  # Handles the order.
            done.append(number)
        finally:
            queue.task_done()


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(maxsize=LIMIT)
    done: list[int] = []
    async with asyncio.TaskGroup() as group:
        consumers = [
            group.create_task(consume(queue, done)) for _ in range(3)
        ]
        longest = await produce(queue)
        await queue.join()  # Until task_done was called for all.
        for consumer in consumers:
            consumer.cancel()

    print(f"orders handled: {len(done)}, sum {sum(done)}")
    print(f"longest queue: {longest}")


if __name__ == "__main__":
    asyncio.run(main())
