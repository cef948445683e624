import threading
import time

CUSTOMERS = 4
TRIES = 5


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self._lock = threading.Lock()

    def withdraw(self, amount: int) -> bool:
        with self._lock:  # Around the check and the act.
            if self.balance < amount:
                return False
            time.sleep(0.002)  # Stands for work in between.
            self.balance -= amount
            return True


def main() -> None:
    account = Account(100)
    start = threading.Barrier(CUSTOMERS)
    results: list[bool] = []

    def customer() -> None:
        start.wait()  # All at the same moment.
        for _ in range(TRIES):
            results.append(account.withdraw(10))

    threads = [
        threading.Thread(target=customer) for _ in range(CUSTOMERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"paid: {results.count(True)} of {len(results)}")
    print(f"refused: {results.count(False)}")
    print(f"balance: {account.balance}")


if __name__ == "__main__":
    main()
