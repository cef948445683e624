import threading
import time

THREADS = 3
ROUNDS = 2


def work(
    number: int, barrier: threading.Barrier, done: list[list[int]]
) -> None:
    for round_ in range(ROUNDS):
        time.sleep(0.05 * number)  # Some are slower than others.
        done[round_].append(number)
        barrier.wait()  # Nobody goes on before all are here.
        count = len(done[round_])
        text = f"{number} after round {round_}: {count} are done\n"
        print(text, end="")


if __name__ == "__main__":
    leaders: list[str] = []
    # The action runs once a round, in the thread that comes last.
    barrier = threading.Barrier(
        THREADS, action=lambda: leaders.append("leader")
    )
    done: list[list[int]] = [[] for _ in range(ROUNDS)]
    threads = [
        threading.Thread(target=work, args=(number, barrier, done))
        for number in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print(f"The barrier opened {len(leaders)} times")
