import threading


def background(started: threading.Event) -> None:
    try:
        started.set()
        threading.Event().wait()  # Work without an end.
    finally:
        print("Background: tidied up")  # Never printed.


if __name__ == "__main__":
    started = threading.Event()
    thread = threading.Thread(
        target=background, args=(started,), daemon=True
    )
    thread.start()
    started.wait()

    print(f"Main: the thread is alive: {thread.is_alive()}")
    print("Main: leaves without waiting for it")
