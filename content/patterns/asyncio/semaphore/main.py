import asyncio

LIMIT = 3


class Server:
    """Counts how many requests it serves at the same time."""

    def __init__(self) -> None:
        self.active = 0
        self.most = 0

    async def fetch(self, page: int) -> None:
        self.active += 1
        self.most = max(self.most, self.active)
        await asyncio.sleep(0.05)  # Stands for the transfer.
        self.active -= 1
        print(f"page {page} is here")


async def download(
    page: int, server: Server, semaphore: asyncio.Semaphore
) -> None:
    async with semaphore:  # Waits while LIMIT others are inside.
        await server.fetch(page)


async def main() -> None:
    server = Server()
    semaphore = asyncio.Semaphore(LIMIT)
    async with asyncio.TaskGroup() as group:
        for page in range(1, 10):
            group.create_task(download(page, server, semaphore))
    print(f"never more than {server.most} at a time")


if __name__ == "__main__":
    asyncio.run(main())
