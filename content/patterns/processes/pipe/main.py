import multiprocessing


def sender(conn):
    conn.send("Hello from sender")
    print(f"Sender received: {conn.recv()}", flush=True)
    conn.close()


def receiver(conn):
    # Flushed before the answer goes out: the order of lines is certain.
    print(f"Receiver received: {conn.recv()}", flush=True)
    conn.send("Hello from receiver")
    conn.close()


if __name__ == "__main__":
    sender_conn, receiver_conn = multiprocessing.Pipe()
    p1 = multiprocessing.Process(target=sender, args=(sender_conn,))
    p2 = multiprocessing.Process(target=receiver, args=(receiver_conn,))

    p1.start()
    p2.start()
    sender_conn.close()
    receiver_conn.close()  # The children have theirs.

    p1.join()
    p2.join()
