"""Whether the assessment scored here and in pandas came out equal: python same_marks.py WORKSPACE.sqlite PANDAS.db

Compared are totals, grades and ranks of all subjects, and of each mark all that both store. pandas divides to 40 digits
where ours keeps the fraction.
"""
import sqlite3
import sys
from decimal import Decimal
from fractions import Fraction

ours, theirs = (sqlite3.connect(path) for path in sys.argv[1:3])
DIGITS = Fraction(1, 10**30)


def compared(name, own, other):
    """How many rows differ; the first of them are shown."""
    different = [key for key in own.keys() | other.keys() if own.get(key) != other.get(key)]
    for key in sorted(different)[:5]:
        print(name, key, own.get(key), other.get(key))
    print(f"{name}: {len(own)} rows here, {len(other)} there, {len(different)} different")
    return bool(different) or not own


def rows(store, text):
    return {row[:-6]: row[-6:] for row in store.execute(text)}


def near(text):
    """The unrounded mark, cut where both still agree."""
    return round(Fraction(text) / DIGITS / 10**6)


own = {
    unit: (Decimal(score) / 100, near(exact), grade, rank, within)
    for unit, score, exact, grade, rank, within in ours.execute(
        """select unit, score, exact, grade, rank, category_rank from "bench.result" where year = '2024'"""
    )
}
other = {
    unit: (Decimal(score), near(exact), *rest)
    for unit, score, exact, *rest in theirs.execute("select 单位, 得分, 未舍入得分, 等级, 名次, 类内名次 from result")
}
failed = compared("results", own, other)

MARKS = {
    ours: """select unit, indicator, name, coalesce(parent, ''), level, place, full / 100.0, state, mark, lost, exact,
        coalesce(figure, ''), coalesce(reason, '') from "bench.mark" where year = '2024'""",
    theirs: """select 单位, 指标, 指标名称, 上级, 层, 序号, 满分 * 1.0, 状态, 得分, 失分, 未舍入得分,
        coalesce(指标值, ''), coalesce(说明, '') from mark""",
}
own, other = (rows(store, text) for store, text in MARKS.items())
own = {
    key: (state, Decimal(mark) / 100, Decimal(lost) / 100, near(exact), figure, reason)
    for key, (state, mark, lost, exact, figure, reason) in own.items()
}
other = {
    key: (state, Decimal(mark), Decimal(lost), near(exact), figure, reason)
    for key, (state, mark, lost, exact, figure, reason) in other.items()
}
sys.exit(compared("marks", own, other) or failed)
