import time
from concurrent.futures import ThreadPoolExecutor


def count_letters(word):
    time.sleep(0.05)  # Stands for waiting, for a server for example.
    return len(word)


if __name__ == "__main__":
    words = ["lock", "event", "barrier"]
    with ThreadPoolExecutor(max_workers=2) as executor:
        futures = [executor.submit(count_letters, w) for w in words]
        print(f"Submitted {len(futures)} tasks to 2 threads.")
        for word, future in zip(words, futures):
            print(f"{word}: {future.result()}")  # Waits if it has to.
    print("The threads are gone.")
