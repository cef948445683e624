import threading
from collections.abc import Callable


class Counter:
    def __init__(self) -> None:
        self.value = 0

    def add(self, between: Callable[[], object]) -> None:
        seen = self.value  # Read.
        between()  # Whoever else writes here is not seen.
        self.value = seen + 1  # Write.


def in_two_threads(work: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    counter = Counter()
    barrier = threading.Barrier(2)
    in_two_threads(lambda: counter.add(between=barrier.wait))
    print(f"Both read before either wrote: {counter.value} of 2")

    counter = Counter()
    lock = threading.Lock()

    def careful() -> None:
        for _ in range(10_000):
            with lock:  # Read and write are one step to the others.
                counter.add(between=bool)

    in_two_threads(careful)
    print(f"Added in a loop: {counter.value} of 20000")
