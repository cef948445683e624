import multiprocessing
import signal
import time


def work(ready, stubborn):
    if stubborn:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    while True:
        time.sleep(1)


def stop(name, stubborn, patience=None):
    ready = multiprocessing.Event()
    args = (ready, stubborn)
    process = multiprocessing.Process(target=work, args=args)
    process.start()
    ready.wait()

    process.terminate()  # SIGTERM: a request.
    process.join(timeout=patience)
    if process.is_alive():
        print(f"{name} goes on.")
        process.kill()  # SIGKILL: cannot be refused.
        process.join()
    print(f"{name} ended by {signal.Signals(-process.exitcode).name}.")


if __name__ == "__main__":
    stop("The polite one", stubborn=False)
    stop("The stubborn one", stubborn=True, patience=0.2)
