import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class ReadersWriterLock:
    def __init__(self) -> None:
        self.condition = threading.Condition()
        self.readers = 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self.condition:
            self.readers += 1
        try:
            yield  # Not alone: other readers may be here, too.
        finally:
            with self.condition:
                self.readers -= 1
                self.condition.notify_all()

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self.condition:  # Keeps new readers and writers out.
            self.condition.wait_for(lambda: self.readers == 0)
            yield


lock = ReadersWriterLock()
pair = [1, 1]  # Both alike, or somebody is in the middle of writing.


def reader(together: threading.Barrier) -> None:
    with lock.reading():
        together.wait()  # Passes only if all three are inside.
    whole = waiting = True
    while waiting:
        with lock.reading():
            whole = whole and pair[0] == pair[1]
            waiting = pair[1] == 1
        time.sleep(0.005)
    print(f"Reader: always whole: {'yes' if whole else 'no'}\n", end="")


if __name__ == "__main__":
    met = threading.Event()
    together = threading.Barrier(3, action=met.set)
    threads = [
        threading.Thread(target=reader, args=(together,))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    met.wait()
    print("Main: three readers were inside together\n", end="")

    with lock.writing():
        pair[0] = 2
        time.sleep(0.1)  # Nobody sees this half.
        pair[1] = 2
    for thread in threads:
        thread.join()
    print(f"Main: the pair is {pair[0]}, {pair[1]}")
