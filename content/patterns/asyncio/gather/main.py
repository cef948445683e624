import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    await asyncio.gather(
        say_after(1, "hello"),
        say_after(2, "world"),
    )
    print("All greetings done.")


if __name__ == "__main__":
    asyncio.run(main())
