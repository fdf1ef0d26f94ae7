"""How long a Tab press takes at the prompt, with 10,000 schools in the workspace.

usage: press_tab.py DUDAO WORKSPACE [PRESSES]

Types the beginning of a name by the initials of its pinyin, presses Tab, and takes the time from the key to the
last byte of what the prompt shows for it. Prints one line of the table that `make bench` prints.
"""

import os
import pty
import select
import statistics
import sys
import time

QUIET = 0.25  # seconds without a byte: the answer is complete
LINES = ['学校 | 筛选 名称 == "bh', "学校 | 筛选 学", "card lq", "学校 | 排", "qs"]


def read(terminal, longest):
    """All that comes until it is quiet, and when its last byte came."""
    last, text = None, b""
    end = time.monotonic() + longest
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], QUIET)
        if not ready:
            if last is not None:
                break
            continue
        text += os.read(terminal, 65536)
        last = time.monotonic()
    return last, text


def main():
    dudao, workspace = sys.argv[1:3]
    presses = int(sys.argv[3]) if len(sys.argv) > 3 else 6
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm"
        os.execv(dudao, [dudao, "-w", workspace, "--no-color"])
    read(terminal, 20)
    times = []
    for _ in range(presses):
        for line in LINES:
            os.write(terminal, line.encode())
            read(terminal, 5)
            pressed = time.monotonic()
            os.write(terminal, b"\t")
            last, text = read(terminal, 5)
            if last is None or not text.strip(b"\x07"):
                sys.exit(f"Tab after {line} showed nothing")
            times.append((last - pressed) * 1000)
            os.write(terminal, b"\x03")
            read(terminal, 5)
    os.write(terminal, b"\x04")
    os.waitpid(process, 0)
    print(
        f"| a Tab press with 10,000 schools, in ms | ≤ 30 | median {statistics.median(times):.1f}"
        f" | slowest {max(times):.1f} | {len(times)} presses | | |"
    )


main()
