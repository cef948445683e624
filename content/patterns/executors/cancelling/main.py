import threading
from concurrent.futures import ThreadPoolExecutor

started = threading.Event()
stop = threading.Event()


def task(name):
    started.set()
    stop.wait()  # Stands for long work that looks at a flag.
    return f"{name} has ended"


if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=1) as executor:
        running = executor.submit(task, "The first")
        waiting = executor.submit(task, "The second")
        started.wait()

        try:
            both = ("first", running), ("second", waiting)
            for name, future in both:
                done = "yes" if future.cancel() else "no"
                print(f"Cancelled the {name}: {done}")
        finally:
            stop.set()  # The running task has to be asked.
        print(f"{running.result()}.")
    print("The second never began.")
