import threading
import time


class Bakery:
    def __init__(self) -> None:
        self.loaves = 0
        self.changed = threading.Condition()  # Has a lock inside.

    def bake(self) -> None:
        with self.changed:
            self.loaves += 1
            self.changed.notify_all()  # Each looks for itself.

    def buy(self, wanted: int) -> None:
        with self.changed:
            # Gives the lock up while it waits, and has it again after.
            self.changed.wait_for(lambda: self.loaves >= wanted)
            enough = "yes" if self.loaves >= wanted else "no"
            self.loaves -= wanted
        print(f"A customer wants {wanted}; enough: {enough}\n", end="")


if __name__ == "__main__":
    bakery = Bakery()
    customers = [
        threading.Thread(target=bakery.buy, args=(wanted,))
        for wanted in (1, 2, 3)
    ]
    for customer in customers:
        customer.start()
    for _ in range(6):
        time.sleep(0.03)  # Baking takes time.
        bakery.bake()
    for customer in customers:
        customer.join()

    print(f"Loaves left: {bakery.loaves}")
