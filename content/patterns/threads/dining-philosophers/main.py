import threading

SEATS = 5
MEALS = 50


def dine(
    seat: int, forks: list[threading.Lock], eaten: list[int]
) -> None:
    left, right = seat, (seat + 1) % SEATS
    # The cure: everybody takes the fork with the lower number first.
    first, second = sorted((left, right))
    for _ in range(MEALS):
        with forks[first], forks[second]:
            eaten[seat] += 1  # Both forks in hand.


def main() -> None:
    forks = [threading.Lock() for _ in range(SEATS)]
    eaten = [0] * SEATS
    philosophers = [
        threading.Thread(target=dine, args=(seat, forks, eaten))
        for seat in range(SEATS)
    ]
    for philosopher in philosophers:
        philosopher.start()
    for philosopher in philosophers:
        philosopher.join()
    for seat, meals in enumerate(eaten):
        print(f"philosopher {seat} has eaten {meals} times")
    print("nobody waits any more")


if __name__ == "__main__":
    main()
