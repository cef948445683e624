import os
from concurrent.futures import ProcessPoolExecutor
from math import isqrt


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, isqrt(n) + 1))


def count_primes(start):
    found = sum(is_prime(n) for n in range(start, start + 1000))
    return start, found, os.getpid()


if __name__ == "__main__":
    starts = [0, 1000, 2000, 3000]
    with ProcessPoolExecutor(max_workers=2) as executor:
        results = list(executor.map(count_primes, starts))

    for start, found, _ in results:
        print(f"From {start} on: {found} primes")
    print("All:", sum(found for _, found, _ in results))
    here = os.getpid() in {pid for _, _, pid in results}
    print("Computed in this process:", "yes" if here else "no")
