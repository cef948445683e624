import threading
import time
from collections.abc import Callable

REQUESTS = 5
WAIT = 0.2


class Server:
    """Counts how many requests it has open at the same time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.open = self.most = 0

    def fetch(self) -> None:
        with self.lock:
            self.open += 1
            self.most = max(self.most, self.open)
        time.sleep(WAIT)  # Simulated I/O: sleeping releases the GIL.
        with self.lock:
            self.open -= 1


def in_turn(server: Server) -> None:
    for _ in range(REQUESTS):
        server.fetch()


def at_once(server: Server) -> None:
    threads = [
        threading.Thread(target=server.fetch) for _ in range(REQUESTS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def measure(how: Callable[[Server], None]) -> tuple[int, float]:
    server = Server()
    start = time.perf_counter()
    how(server)
    return server.most, time.perf_counter() - start


if __name__ == "__main__":
    most, slow = measure(in_turn)
    print(f"In turn: {most} open at most")
    most, fast = measure(at_once)
    print(f"At once: {most} open at most")
    faster = "yes" if fast < slow / 2 else "no"
    print(f"Less than half the time: {faster}")
