import asyncio
import time


async def fetch_data(delay, data):
    print(f"Fetching {data}...")
    await asyncio.sleep(delay)  # Simulate an I/O-bound operation.
    print(f"Finished fetching {data}")
    return data


async def main():
    start_time = time.perf_counter()

    # A coroutine starts when a task is made of it: both run from here.
    task1 = asyncio.create_task(fetch_data(2, "User Data"))
    task2 = asyncio.create_task(fetch_data(1, "Product Data"))

    # Wait for the results.
    user_data = await task1
    product_data = await task2

    print(f"Received: {user_data}, {product_data}")
    total = time.perf_counter() - start_time
    # Near the longest delay (2 s), not the sum of both (3 s).
    print(f"Total time: {total:.2f} seconds")


if __name__ == "__main__":
    asyncio.run(main())
