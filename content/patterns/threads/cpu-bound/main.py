import sys
import threading
import time


def compute(steps: int) -> int:
    """Pseudo-random numbers: only Python code, so it needs the GIL."""
    x = 1
    for _ in range(steps):
        x = (x * 1664525 + 1013904223) & 0x7FFFFFFF
    return x


def in_one_thread() -> float:
    """Seconds of CPU for two computations, however busy the machine."""
    start = time.thread_time()
    compute(20_000)
    compute(20_000)
    return time.thread_time() - start


def in_two_threads() -> float:
    """Seconds by the clock for two computations, one in each thread."""
    threads = [
        threading.Thread(target=compute, args=(20_000,))
        for _ in range(2)
    ]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


if __name__ == "__main__":
    one = two = float("inf")
    for _ in range(60):  # What disturbs a measurement makes it longer.
        one = min(one, in_one_thread())
        two = min(two, in_two_threads())

    # Unknown before 3.13, when every build had a GIL.
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    faster = "yes" if one / two >= 1.3 else "no"
    print(f"The number after 1000 steps: {compute(1000)}")
    print(f"{'With' if gil else 'Without'} a GIL, faster: {faster}")
