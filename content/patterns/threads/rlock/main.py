import threading


class Account:
    def __init__(self) -> None:
        self.balance = 0
        self.lock = threading.RLock()

    def deposit(self, amount: int) -> None:
        with self.lock:  # A second time, when deposit_all calls.
            self.balance += amount

    def deposit_all(self, amounts: list[int]) -> None:
        with self.lock:  # All of them, or none yet.
            for amount in amounts:
                self.deposit(amount)


def work(account: Account) -> None:
    for _ in range(1_000):
        account.deposit_all([1, 2])
        account.deposit(7)


if __name__ == "__main__":
    account = Account()
    threads = [
        threading.Thread(target=work, args=(account,)) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print(f"Balance: {account.balance}")
