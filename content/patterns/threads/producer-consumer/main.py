import queue
import threading
import time


def produce(name, tasks):
    for number in range(1, 4):
        time.sleep(0.02)  # Stands for reading from somewhere.
        tasks.put(f"{name}{number}")


def consume(tasks, done):
    while True:
        task = tasks.get()  # Sleeps while the queue is empty.
        done.append(task.upper())
        tasks.task_done()


if __name__ == "__main__":
    tasks = queue.Queue()
    done = []
    producers = [
        threading.Thread(target=produce, args=(name, tasks))
        for name in ("a", "b")
    ]
    # Daemons: they wait for more, and must not hold up the exit.
    args = (tasks, done)
    consumers = [
        threading.Thread(target=consume, args=args, daemon=True)
        for _ in range(3)
    ]
    for thread in producers + consumers:
        thread.start()

    for producer in producers:
        producer.join()
    print("All tasks are handed in.")
    tasks.join()  # Until task_done() was called for every task.
    print("Done:", ", ".join(sorted(done)))
