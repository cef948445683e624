from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

COUNT = 1000


def double(name, first, last):
    block = SharedMemory(name=name)  # Attach: nothing is copied.
    numbers = block.buf.cast("i")
    for index in range(first, last):
        numbers[index] *= 2
    numbers.release()
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=4 * COUNT)
    numbers = block.buf.cast("i")
    try:
        for index in range(COUNT):
            numbers[index] = index
        print("Sum before:", sum(numbers[:COUNT]))

        half = COUNT // 2
        workers = [
            Process(target=double, args=(block.name, 0, half)),
            Process(target=double, args=(block.name, half, COUNT)),
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
            if worker.exitcode != 0:
                raise RuntimeError("A worker has failed.")
        print("Sum after:", sum(numbers[:COUNT]))
    finally:
        numbers.release()
        block.close()
        block.unlink()  # Once, by the one that created it.
