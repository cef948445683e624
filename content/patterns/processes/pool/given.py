import multiprocessing
import time

def square(number):
    time.sleep(0.1) # Simulate some work
    return number * number

if __name__ == '__main__': # Important for multiprocessing on Windows
    numbers = range(10)
    with multiprocessing.Pool(processes=4) as pool:
        # map applies a function to each item in an iterable
        results = pool.map(square, numbers)
    print(f"Squared numbers: {results}")

    # apply_async for asynchronous results
    async_results = [pool.apply_async(square, (num,)) for num in numbers]
    final_results = [res.get() for res in async_results]
    print(f"Squared numbers (async): {final_results}")
