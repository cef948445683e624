import multiprocessing


def cpu_bound_task(name):
    # Flushed: into a file or a pipe, it would show only at the end.
    print(f"Process {name}: Starting CPU-bound task", flush=True)
    # Simulate heavy computation.
    result = sum(i * i for i in range(10**7))
    print(
        f"Process {name}: Finishing CPU-bound task "
        f"with result {result % 100}"
    )


# Without the guard, a child that imports this file would start more.
if __name__ == "__main__":
    p1 = multiprocessing.Process(target=cpu_bound_task, args=("One",))
    p2 = multiprocessing.Process(target=cpu_bound_task, args=("Two",))

    p1.start()
    p2.start()

    # Wait for both processes to end.
    p1.join()
    p2.join()

    print("All processes finished.")
