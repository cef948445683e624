import threading
import time


def square(number: int) -> int:
    time.sleep(0.05 * (4 - number))  # The first takes longest.
    return number * number


def run(number: int, results: dict[int, int]) -> None:
    # What a thread's function returns is thrown away: leave it here.
    results[number] = square(number)


if __name__ == "__main__":
    numbers = [1, 2, 3]
    results: dict[int, int] = {}
    threads = [
        threading.Thread(target=run, args=(number, results))
        for number in numbers
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()  # Only now is every result certain to be there.

    for number in numbers:
        print(f"The square of {number} is {results[number]}")
