import threading


def background(
    stop: threading.Event, working: threading.Event
) -> None:
    rounds = 0
    print("Worker: starts\n", end="")
    try:
        # Waits for the next round, but not when it is to stop.
        while not stop.wait(timeout=0.02):
            rounds += 1
            working.set()
    finally:
        worked = "yes" if rounds > 0 else "no"
        print(f"Worker: tidies up; it has worked: {worked}\n", end="")


if __name__ == "__main__":
    stop = threading.Event()
    working = threading.Event()
    thread = threading.Thread(target=background, args=(stop, working))
    thread.start()
    working.wait()

    print("Main: asks it to stop\n", end="")
    stop.set()
    thread.join()
    print("Main: the thread has ended")
