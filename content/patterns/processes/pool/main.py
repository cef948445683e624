import multiprocessing
import time


def square(number):
    time.sleep(0.1)  # Simulate some work.
    return number * number


if __name__ == "__main__":
    numbers = range(10)
    with multiprocessing.Pool(processes=4) as pool:
        # map() applies a function to each item and keeps their order.
        results = pool.map(square, numbers)
        print(f"Squared numbers: {results}")

        # apply_async() returns at once; get() waits for the result.
        # All of it inside `with`, which terminates the pool at its end.
        pending = [pool.apply_async(square, (n,)) for n in numbers]
        final_results = [result.get() for result in pending]
        print(f"Squared numbers (async): {final_results}")
