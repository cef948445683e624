from multiprocessing import Process, Queue


def produce(results):
    # More than a pipe holds: the process cannot end with it unread.
    results.put("x" * 1_000_000)


if __name__ == "__main__":
    results = Queue()
    child = Process(target=produce, args=(results,))
    child.start()
    print("The child has begun.")

    child.join(timeout=0.3)
    ended = not child.is_alive()
    print("Ended before it was read:", "yes" if ended else "no")

    text = results.get()
    print(f"Read {len(text)} characters.")
    child.join()
    print(f"Ended after it was read: exit code {child.exitcode}")
