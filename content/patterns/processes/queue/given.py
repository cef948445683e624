import multiprocessing

def worker(q):
    data = q.get()
    print(f"Worker received: {data}")
    q.put(data * 2)

q = multiprocessing.Queue()
p = multiprocessing.Process(target=worker, args=(q,))
p.start()

q.put(10)
result = q.get()
print(f"Main process received: {result}")

p.join()
