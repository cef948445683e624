import queue
import threading


def produce(orders, news):
    for number in range(1, 7):
        if orders.full():
            news.put(f"The queue is full: order {number} has to wait.")
        orders.put(number)  # Sleeps while the queue is full.
    news.put("All orders are in the queue.")


if __name__ == "__main__":
    orders = queue.Queue(maxsize=2)
    news = queue.SimpleQueue()
    producer = threading.Thread(target=produce, args=(orders, news))
    producer.start()

    print(news.get())  # Take nothing before there is some news.
    most = 0
    for _ in range(6):
        most = max(most, orders.qsize())
        print(f"Took order {orders.get()}.")
    print(f"Never more than {most} orders were waiting.")
    producer.join()
