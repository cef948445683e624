import multiprocessing
import pickle
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection


@dataclass
class Point:
    x: int
    y: int


def answer(link: Connection) -> None:
    numbers = link.recv()
    numbers.append(4)  # Changes the copy.
    link.send(len(numbers))
    point = link.recv()
    link.send(type(point).__name__)


def try_to_send(link: Connection, what: str, value: object) -> None:
    try:
        link.send(value)
        print(f"{what}: sent")
    except (pickle.PicklingError, AttributeError, TypeError):
        print(f"{what}: cannot be sent")


def main() -> None:
    link, far_end = multiprocessing.Pipe()
    child = multiprocessing.Process(target=answer, args=(far_end,))
    child.start()
    far_end.close()  # The child has its own; if it dies, recv fails.

    numbers = [1, 2, 3]
    try_to_send(link, "a list", numbers)
    print(f"the child has {link.recv()} items, main {len(numbers)}")
    try_to_send(link, "a function without a name", lambda: 1)
    try_to_send(link, "something in use", threading.Lock())
    try_to_send(link, "an object of a class", Point(1, 2))
    print(f"the child sees a {link.recv()}")
    child.join()


if __name__ == "__main__":
    main()
