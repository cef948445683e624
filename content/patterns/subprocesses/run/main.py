import subprocess
import sys


def run(code, **options):
    command = [sys.executable, "-c", code]  # A list: no shell.
    return subprocess.run(
        command, capture_output=True, text=True, check=True, **options
    )


if __name__ == "__main__":
    done = run("print(6 * 7)")
    print(f"It printed {done.stdout.strip()}.")

    try:
        run("import sys; sys.exit('no such file')")
    except subprocess.CalledProcessError as error:
        message = error.stderr.strip()
        print(f"It failed with code {error.returncode}: {message}.")

    try:
        run("import time; time.sleep(60)", timeout=0.3)
    except subprocess.TimeoutExpired:
        print("It took too long and was killed.")
