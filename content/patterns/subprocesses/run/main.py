import subprocess
import sys

REPORT = """
import sys
print("report for", sys.argv[1])
print("disk nearly full", file=sys.stderr)
sys.exit(int(sys.argv[2]))
"""


def report(name: str, code: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", REPORT, name, str(code)],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,  # Raises when the code is not 0.
    )


def main() -> None:
    done = report("a; echo hacked", 0)
    print("code", done.returncode)
    print("output:", done.stdout.strip())
    print("errors:", done.stderr.strip())

    try:
        report("b", 3)
    except subprocess.CalledProcessError as error:
        print("failed with", error.returncode)
        print("output all the same:", error.stdout.strip())


if __name__ == "__main__":
    main()
