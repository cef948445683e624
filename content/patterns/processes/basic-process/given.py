import multiprocessing
import time

def cpu_bound_task(name):
    print(f"Process {name}: Starting CPU-bound task")
    # Simulate heavy computation
    result = sum(i*i for i in range(10**7))
    print(f"Process {name}: Finishing CPU-bound task with result {result % 100}")

# Create processes
p1 = multiprocessing.Process(target=cpu_bound_task, args=("One",))
p2 = multiprocessing.Process(target=cpu_bound_task, args=("Two",))

# Start processes
p1.start()
p2.start()

# Wait for processes to complete
p1.join()
p2.join()

print("All processes finished.")
