"""Writes the sample workspace's data/ anew. The same seed gives the same bytes.

Usage: python generate.py [folder of the workspace]
"""

import sys
from pathlib import Path

from district import District
from faulty import write_faulty
from files import write_all

WORKSPACE = Path(__file__).resolve().parent.parent / "sample-2024"


def main():
    data = (Path(sys.argv[1]) if len(sys.argv) > 1 else WORKSPACE) / "data"
    (data / "faulty").mkdir(parents=True, exist_ok=True)
    district = District(seed=2024)
    write_all(district, data)
    write_faulty(district, data / "faulty")


if __name__ == "__main__":
    main()
