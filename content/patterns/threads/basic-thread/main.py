import threading
import time


def task(name):
    # print() writes its own newline separately, and another thread's
    # line could come in between; a newline in the text stays with it.
    print(f"Thread {name}: Starting\n", end="")
    time.sleep(2)  # Simulated I/O: sleeping releases the GIL.
    print(f"Thread {name}: Finishing\n", end="")


if __name__ == "__main__":
    t1 = threading.Thread(target=task, args=("One",))
    t2 = threading.Thread(target=task, args=("Two",))

    t1.start()
    t2.start()

    # Wait for both threads to end.
    t1.join()
    t2.join()

    print("All threads finished.")
