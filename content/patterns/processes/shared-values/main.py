from multiprocessing import Array, Barrier, Process, Value

ROUNDS = 5_000
WORKERS = 4


def count(gate, total, own, number):
    gate.wait()  # Begin together, so that they really overlap.
    for _ in range(ROUNDS):
        with total.get_lock():  # Read, add and write as one.
            total.value += 1
        own[number] += 1  # Nobody else writes here: no race.


if __name__ == "__main__":
    gate = Barrier(WORKERS)
    total = Value("i", 0)
    own = Array("i", WORKERS, lock=False)  # One writer for each slot.
    workers = [
        Process(target=count, args=(gate, total, own, number))
        for number in range(WORKERS)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    print("Each counted:", *own)
    print("Together:", total.value)
