import time
from concurrent.futures import ThreadPoolExecutor, as_completed

DELAYS = {"slow": 0.3, "medium": 0.2, "fast": 0.1}


def ask(server):
    time.sleep(DELAYS[server])
    return f"{server} server has answered."


if __name__ == "__main__":
    with ThreadPoolExecutor() as executor:
        answers = [executor.submit(ask, server) for server in DELAYS]
        count = 0
        for answer in as_completed(answers):
            print("The", answer.result())
            count += 1
    print(f"All {count} have answered.")
