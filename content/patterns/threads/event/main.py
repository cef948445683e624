import threading


def visitor(name: str, opened: threading.Event) -> None:
    opened.wait()  # As long as it takes; at once when it is set.
    print(f"{name}: goes in\n", end="")


def start(name: str, opened: threading.Event) -> threading.Thread:
    thread = threading.Thread(target=visitor, args=(name, opened))
    thread.start()
    return thread


if __name__ == "__main__":
    opened = threading.Event()
    early = [start(f"Early {n}", opened) for n in range(1, 4)]

    print(f"Main: open before set(): {opened.is_set()}\n", end="")
    opened.set()  # Wakes all who wait, and stays set.
    for thread in early:
        thread.join()

    start("Late", opened).join()
    print(f"Main: still open: {opened.is_set()}")
