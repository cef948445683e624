import threading
import time
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
running = 0
most = 0


def fetch(page):
    global running, most
    with lock:
        running += 1
        most = max(most, running)
    time.sleep(0.05)  # Stands for a request.
    with lock:
        running -= 1
    return f"page {page}"


if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=3) as executor:
        for text in executor.map(fetch, range(1, 7)):
            print(f"Got {text}.")
    print("Never more than 3 at a time:", "yes" if most <= 3 else "no")
