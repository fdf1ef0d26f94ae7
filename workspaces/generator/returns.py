"""Score sheets of the township assessment as they came back, two years of them, filled from a fixed seed.

Runs the statements of scripts/main.dd that send, collect and record, one after another, in a copy of the sample: whatever
a statement collects or imports is made just before, out of the sheets that the statement before has sent. The sheets carry
an identity that follows from their content; made again after a change of the rubric they fit it again.

Usage: python returns.py DUDAO [folder of the workspace]
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filling import Filler
from ledgers import write_decisions, write_rectification
from returned import pack, save_as_returned

WORKSPACE = Path(__file__).resolve().parent.parent / "sample-2024"
STEPS = ("报表 下发 履职", "报表 收取", "履职 评分", "履职 反馈", "履职 审定", "履职 公示", "封存 履职", "履职 记问题", "import \"data/履职")


class Maker:
    def __init__(self, dudao, workspace, copy):
        self.dudao, self.workspace, self.copy = dudao, workspace, copy
        self.filler = Filler(seed=2024)
        self.sent = None

    def run(self, statement, *options):
        command = [self.dudao, "-w", str(self.copy), "--yes", "--person", "罗启超", *options, "-c", statement]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{statement}\n{done.stdout}{done.stderr}")
        return done.stdout

    def step(self, statement):
        out = re.match(r"报表 下发 (\S+) (\S+)", statement)
        back = re.match(r"报表 收取 (\S+)", statement)
        ledger = re.match(r'import "([^"]+)"', statement)
        if back:
            self.make_returns(back[1])
        if ledger and "整改台账" in ledger[1]:
            rows = self.run('问题 | 筛选 编号 开头是 "履职2023-" | 选列 编号, 单位, 指标, 内容', "--format", "csv", "--labels")
            self.keep(ledger[1], lambda path: write_rectification(rows, path))
        elif ledger:
            self.keep(ledger[1], write_decisions)
        self.run(statement)
        if out:
            self.sent = self.copy / "exports" / f"{out[1]}-{out[2]}"

    def make_returns(self, place):
        filled = [(path, self.filler.fill(path)) for path in sorted(self.sent.glob("*.xlsx"))]
        filled = [(path, book) for path, book in filled if book is not None]
        if place.endswith(".zip"):
            self.keep(place, lambda path: pack(filled, path))
            return
        for number, (path, book) in enumerate(filled):
            name = save_as_returned(path, number)
            self.keep(f"{place}/{name}", lambda target, book=book: target.write_bytes(book))

    def keep(self, place, write):
        """Writes a file of data/ and lays it into the copy too."""
        for root in (self.workspace, self.copy):
            (root / place).parent.mkdir(parents=True, exist_ok=True)
        write(self.workspace / place)
        shutil.copy(self.workspace / place, self.copy / place)


def main():
    dudao = str(Path(sys.argv[1]).resolve())
    workspace = Path(sys.argv[2]) if len(sys.argv) > 2 else WORKSPACE
    for year in ("2023", "2024"):
        shutil.rmtree(workspace / "data" / f"履职{year}", ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sample"
        ignored = shutil.ignore_patterns("workspace.sqlite*", "exports", "backups", "收件")
        shutil.copytree(workspace, copy, ignore=ignored)
        maker = Maker(dudao, workspace, copy)
        for line in (workspace / "scripts" / "main.dd").read_text("utf-8").splitlines():
            # The first scoring of 2024 is the last that anything returned rests on.
            if line.startswith(STEPS):
                maker.step(line)
            if line.startswith("履职 评分 2024"):
                break


if __name__ == "__main__":
    main()
