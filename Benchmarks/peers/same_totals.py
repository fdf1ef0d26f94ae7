"""Whether the assessment scored here and in pandas came out equal: python same_totals.py WORKSPACE.sqlite PANDAS.db"""
import sqlite3
import sys
from decimal import Decimal

ours, theirs = (sqlite3.connect(path) for path in sys.argv[1:3])
own = {
    unit: (Decimal(score) / 100, grade, rank, within)
    for unit, score, grade, rank, within in ours.execute(
        'select unit, score, grade, rank, category_rank from "bench.result" where year = \'2024\''
    )
}
other = {
    unit: (Decimal(score), grade, rank, within)
    for unit, score, grade, rank, within in theirs.execute("select 单位, 得分, 等级, 名次, 类内名次 from result")
}
different = [unit for unit in own.keys() | other.keys() if own.get(unit) != other.get(unit)]
for unit in sorted(different)[:5]:
    print(unit, own.get(unit), other.get(unit))
leaves = [store.execute(text).fetchone()[0] for store, text in (
    (ours, """select count(*) from "bench.mark" where year = '2024' and level = 2"""), (theirs, "select count(*) from mark"),
)]
print(f"totals, grades and ranks of {len(own)} subjects; {len(different)} different; marks of leaves {leaves}")
sys.exit(1 if different or leaves[0] != leaves[1] or not own else 0)
