import threading

thread_data = threading.local()


def set_and_print_data():
    name = threading.current_thread().name
    thread_data.value = name  # Seen by this thread only.
    # The newline in the text keeps the threads' lines whole.
    print(f"{name}: {thread_data.value}\n", end="")


if __name__ == "__main__":
    t1 = threading.Thread(target=set_and_print_data, name="Thread-A")
    t2 = threading.Thread(target=set_and_print_data, name="Thread-B")

    t1.start()
    t2.start()

    t1.join()
    t2.join()
