import threading
import time

PERMITS = 2
CLIENTS = 6


class Database:
    def __init__(self) -> None:
        # Bounded: releasing once too often is an error.
        self.permits = threading.BoundedSemaphore(PERMITS)
        self.lock = threading.Lock()
        self.open = self.most = self.served = 0

    def query(self) -> None:
        with self.permits:  # Waits while all permits are taken.
            with self.lock:
                self.open += 1
                self.most = max(self.most, self.open)
            time.sleep(0.05)  # Simulated I/O.
            with self.lock:
                self.open -= 1
                self.served += 1


def client(database: Database, gate: threading.Barrier) -> None:
    gate.wait()  # All at once.
    database.query()


if __name__ == "__main__":
    database = Database()
    gate = threading.Barrier(CLIENTS)
    threads = [
        threading.Thread(target=client, args=(database, gate))
        for _ in range(CLIENTS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print(f"Clients served: {database.served}")
    print(f"Connections open at once: {database.most}")
