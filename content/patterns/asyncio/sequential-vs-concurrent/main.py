import asyncio

NAMES = ["users", "orders", "prices"]


class Server:
    """Answers after a while, and counts who waits together."""

    def __init__(self) -> None:
        self.waiting = 0
        self.most = 0

    async def fetch(self, name: str) -> str:
        print(f"  asked for {name}")
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        await asyncio.sleep(0.1)  # Stands for a request.
        self.waiting -= 1
        print(f"  got {name}")
        return name.upper()


async def one_after_the_other(server: Server) -> list[str]:
    answers = []
    for name in NAMES:
        answers.append(await server.fetch(name))
    return answers


async def all_together(server: Server) -> list[str]:
    return await asyncio.gather(*(server.fetch(n) for n in NAMES))


async def main() -> None:
    for way in one_after_the_other, all_together:
        server = Server()
        print(f"{way.__name__.replace('_', ' ').capitalize()}:")
        print(f"  answers: {', '.join(await way(server))}")
        print(f"  at most {server.most} at a time")


if __name__ == "__main__":
    asyncio.run(main())
