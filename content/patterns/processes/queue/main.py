import multiprocessing


def worker(requests, replies):
    data = requests.get()
    # Flushed before the reply goes out: the order of lines is certain.
    print(f"Worker received: {data}", flush=True)
    replies.put(data * 2)


if __name__ == "__main__":
    # One queue for each direction: nobody takes back its own message.
    requests = multiprocessing.Queue()
    replies = multiprocessing.Queue()
    p = multiprocessing.Process(target=worker, args=(requests, replies))
    p.start()

    requests.put(10)
    result = replies.get()
    print(f"Main process received: {result}")

    p.join()
