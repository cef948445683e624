import asyncio

HOSTS = ["a.example", "b.example", "c.example"]


async def check(host: str) -> str:
    await asyncio.sleep(0.05)  # Stands for a request.
    if host == "b.example":
        raise ConnectionError("connection refused")
    return "up"


async def main() -> None:
    results = await asyncio.gather(
        *(check(host) for host in HOSTS), return_exceptions=True
    )
    failed = 0
    for host, result in zip(HOSTS, results, strict=True):
        if isinstance(result, BaseException):
            failed += 1
            print(f"{host}: {result}")
        else:
            print(f"{host}: {result.upper()}")
    print(f"{failed} of {len(HOSTS)} failed")


if __name__ == "__main__":
    asyncio.run(main())
