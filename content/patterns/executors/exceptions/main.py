import math
from concurrent.futures import ThreadPoolExecutor


def root(number):
    if number < 0:
        raise ValueError(f"{number} has no real root")
    return math.isqrt(number)


if __name__ == "__main__":
    numbers = [16, -9, 25]
    with ThreadPoolExecutor() as executor:
        futures = [executor.submit(root, n) for n in numbers]
    print("All tasks are over, and no error was seen.")

    for number, future in zip(numbers, futures):
        error = future.exception()
        if error is None:
            print(f"{number}: {future.result()}")
        else:
            print(f"{number}: failed, {error}")
