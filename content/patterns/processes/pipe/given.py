import multiprocessing

def sender(conn):
    conn.send("Hello from sender")
    print(f"Sender received: {conn.recv()}")
    conn.close()

def receiver(conn):
    print(f"Receiver received: {conn.recv()}")
    conn.send("Hello from receiver")
    conn.close()

parent_conn, child_conn = multiprocessing.Pipe()
p1 = multiprocessing.Process(target=sender, args=(parent_conn,))
p2 = multiprocessing.Process(target=receiver, args=(child_conn,))

p1.start()
p2.start()

p1.join()
p2.join()
