import threading
import time


def task(name):
    say(f"Thread {name}: Starting")
    time.sleep(2)  # Simulated I/O: sleeping releases the GIL.
    say(f"Thread {name}: Finishing")


def say(line):
    # One write per line: print() writes its newline separately,
    # and the other thread's line could come in between.
    print(line + "\n", end="")


if __name__ == "__main__":
    t1 = threading.Thread(target=task, args=("One",))
    t2 = threading.Thread(target=task, args=("Two",))

    t1.start()
    t2.start()

    # Wait for both threads to end.
    t1.join()
    t2.join()

    print("All threads finished.")
