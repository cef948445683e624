import threading

shared_resource = 0
lock = threading.Lock()


def increment():
    global shared_resource
    for _ in range(100_000):
        with lock:  # Acquired here, released even after an error.
            shared_resource += 1


if __name__ == "__main__":
    threads = [threading.Thread(target=increment) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print(f"Final value of shared_resource: {shared_resource}")
