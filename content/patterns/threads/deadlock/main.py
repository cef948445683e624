import threading
import time

TRANSFERS = 150


class Account:
    def __init__(self, number: int, balance: int) -> None:
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> None:
    # The cure: whichever way the money goes, one order of locks.
    first, second = sorted((source, target), key=lambda a: a.number)
    with first.lock:
        time.sleep(0.001)  # Stands for work in between.
        with second.lock:
            source.balance -= amount
            target.balance += amount


def transfer_often(source: Account, target: Account) -> None:
    for _ in range(TRANSFERS):
        transfer(source, target, 1)


def main() -> None:
    a, b = Account(0, 500), Account(1, 500)
    threads = [
        threading.Thread(target=transfer_often, args=(a, b)),
        threading.Thread(target=transfer_often, args=(b, a)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"a has {a.balance}, b has {b.balance}")


if __name__ == "__main__":
    main()
