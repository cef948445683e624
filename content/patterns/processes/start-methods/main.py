import multiprocessing

setting = "as in the file"


def report(given):
    print(f"The child's setting is {setting}.", flush=True)
    print(f"The child was given: {given}.", flush=True)


# A child that is spawned runs this file, too, but not this block.
if __name__ == "__main__":
    setting = "changed"
    print(f"The parent's setting is {setting}.", flush=True)

    context = multiprocessing.get_context("spawn")
    child = context.Process(target=report, args=(setting,))
    child.start()
    child.join()
    print(f"The child's exit code is {child.exitcode}.")
