import queue
import threading

END = None


def stage(work, source, sink):
    while (item := source.get()) is not END:
        sink.put(work(item))
    sink.put(END)  # Tell the next stage, or it waits for ever.


if __name__ == "__main__":
    works = [str.strip, str.capitalize, lambda text: f"{text}!"]
    # One queue before each stage, and one behind the last.
    queues = [queue.Queue() for _ in range(len(works) + 1)]
    for number, work in enumerate(works):
        source, sink = queues[number : number + 2]
        args = (work, source, sink)
        threading.Thread(target=stage, args=args).start()

    first, last = queues[0], queues[-1]
    for text in ["  locks", "QUEUES  ", " pipes "]:
        first.put(text)
    first.put(END)

    for result in iter(last.get, END):
        print(result)
    print("The pipeline is empty.")
