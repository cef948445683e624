import queue
import threading

PILL = None  # No task is ever None.


def consume(name, tasks, squares):
    while (task := tasks.get()) is not PILL:
        squares.append(task * task)
    print(f"Consumer {name} stops.\n", end="")


if __name__ == "__main__":
    tasks = queue.Queue()
    squares = []
    consumers = [
        threading.Thread(target=consume, args=(name, tasks, squares))
        for name in ("A", "B", "C")
    ]
    for consumer in consumers:
        consumer.start()

    for number in range(1, 7):
        tasks.put(number)
    for _ in consumers:
        tasks.put(PILL)  # One for each, behind all the tasks.

    for consumer in consumers:
        consumer.join()
    print(f"The sum of the squares is {sum(squares)}.")
