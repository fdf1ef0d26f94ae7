"""Scores, ranks, grades and stores the assessment of `datagen assessment` as one would in pandas, exactly, with Decimal.

usage: python score_pandas.py FOLDER STORE.db
"""
import sqlite3
import sys
from decimal import ROUND_HALF_UP, Decimal, getcontext

import pandas as pd

YEAR, FULL, CENT = 2024, Decimal(2), Decimal("0.01")
AREAS = "ABCDEF"
GRADES = [("优秀", Decimal(70), Decimal("0.1")), ("良好", Decimal(66), None), ("合格", Decimal(60), None)]
LAST = "不合格"
getcontext().prec = 40


def read(folder):
    subjects = pd.read_csv(f"{folder}/subjects.csv", dtype=str).set_index("代码")
    figures = pd.read_csv(f"{folder}/figures.csv", dtype={"单位": str}, converters={"分子": Decimal, "分母": Decimal})
    events = pd.read_csv(f"{folder}/events.csv", dtype={"单位": str})
    entries = pd.read_csv(
        f"{folder}/entries.csv", dtype={"单位": str}, converters={"填报值": Decimal, "分母": lambda t: Decimal(t) if t else None}
    )
    return subjects, figures, events, entries[entries["年度"] == YEAR]


def bands(value, lines, otherwise, lower=False):
    for line, marks in lines:
        if value <= line if lower else value >= line:
            return marks
    return otherwise


def ranks(values, groups=None):
    """1, 2, 2, 4; within groups where they are given. Decimals are ranked by their order, not as floats."""
    order = {value: place for place, value in enumerate(sorted(set(values)))}
    places = values.map(order)
    return (places if groups is None else places.groupby(groups)).rank(method="min", ascending=False).astype(int)


def ladder(rank, steps, rest):
    return steps[rank - 1] if rank <= len(steps) else rest


def decimals(*texts):
    return [Decimal(text) for text in texts]


def marks_of(subjects, figures, events, entries):
    """Marks and figures by indicator; index: the subjects."""
    given = {key: frame.set_index("单位") for key, frame in entries.groupby(["指标", "评价主体"])}
    by_indicator = {key: frame.set_index("单位") for key, frame in figures.groupby("指标")}
    by_area = {key: frame["单位"].value_counts() for key, frame in events.groupby("方面")}
    kinds, marks, shown = subjects["类别"], {}, {}

    def entered(indicator, evaluator, column="填报值"):
        return given[indicator, evaluator][column].reindex(subjects.index)

    def figure(indicator, column):
        return by_indicator[indicator][column].reindex(subjects.index)

    for area in AREAS:
        marks[f"{area}1"] = shown[f"{area}1"] = entered(f"{area}1", "office")
        own, verified = entered(f"{area}2", "self"), entered(f"{area}2", "office")
        marks[f"{area}2"] = own * Decimal("0.3") + verified * Decimal("0.7")
        office, section = entered(f"{area}3", "office"), entered(f"{area}3", "section")
        marks[f"{area}3"] = office * Decimal("0.6") + section * Decimal("0.4")

        share = shown[f"{area}4"] = entered(f"{area}4", "section") / entered(f"{area}4", "section", "分母")
        lines = list(zip(decimals("0.8", "0.5", "0.2"), decimals("2", "1.5", "1")))
        marks[f"{area}4"] = share.map(lambda value: bands(value, lines, Decimal("0.5")))

        share = shown[f"{area}5"] = figure(f"{area}5", "分子") / figure(f"{area}5", "分母")
        marks[f"{area}5"] = share.map(lambda value: FULL * min(Decimal(1), value / Decimal("0.9")))

        share = shown[f"{area}6"] = figure(f"{area}6", "分子") / figure(f"{area}6", "分母")
        below = list(zip(decimals("0.3", "0.6"), decimals("2", "1.2")))
        marks[f"{area}6"] = share.map(lambda value: bands(value, below, Decimal("0.4"), lower=True))

        share = shown[f"{area}7"] = figure(f"{area}7", "分子") / figure(f"{area}7", "分母")
        short = share[share < Decimal("0.95")]
        steps = decimals("1.8", "1.6", "1.4", "1.2")
        rest = ranks(short, kinds[short.index]).map(lambda rank: ladder(rank, steps, Decimal(1)))
        marks[f"{area}7"] = rest.reindex(subjects.index).where(share < Decimal("0.95"), FULL)

        value = shown[f"{area}8"] = figure(f"{area}8", "分子")
        marks[f"{area}8"] = FULL * value / value.groupby(kinds).transform("max")

        value = shown[f"{area}9"] = figure(f"{area}9", "分子")
        steps = decimals("2", "1.9", "1.8", "1.7", "1.6", "1.5")
        marks[f"{area}9"] = ranks(value, kinds).map(lambda rank: ladder(rank, steps, Decimal("1.1")))

        count = shown[f"{area}10"] = by_area[area].reindex(subjects.index, fill_value=0).map(Decimal)
        marks[f"{area}10"] = count.map(lambda number: max(Decimal(0), FULL - number * Decimal("0.3")))
    return pd.DataFrame(marks), pd.DataFrame(shown)


def grades(results):
    """From the best to the last; of those on the edge of a quota with equal totals none gets in."""
    given = pd.Series(None, index=results.index, dtype=object)
    for name, line, quota in GRADES:
        wanting = results[given.isna() & (results["得分"] >= line)]
        if quota is None:
            given[wanting.index] = name
            continue
        for kind, group in wanting.groupby("类别"):
            places = int((results["类别"] == kind).sum() * quota)
            if len(group) > places:
                edge = group["得分"].sort_values(ascending=False).iloc[places - 1] if places else None
                fits = places and (group["得分"] >= edge).sum() <= places
                group = group[(group["得分"] >= edge) if fits else (group["得分"] > edge)] if places else group[:0]
            given[group.index] = name
    return given.fillna(LAST)


def main():
    folder, store = sys.argv[1:3]
    subjects, figures, events, entries = read(folder)
    marks, shown = marks_of(subjects, figures, events, entries)
    exact = marks.sum(axis=1)
    results = pd.DataFrame({"类别": subjects["类别"], "未舍入得分": exact})
    results["得分"] = exact.map(lambda value: value.quantize(CENT, ROUND_HALF_UP))
    results["等级"] = grades(results)
    results["名次"] = ranks(results["得分"])
    results["类内名次"] = ranks(results["得分"], results["类别"])

    rows = marks.stack().rename("未舍入得分").rename_axis(["单位", "指标"]).reset_index()
    rows["得分"] = rows["未舍入得分"].map(lambda value: str(value.quantize(CENT, ROUND_HALF_UP)))
    rows["失分"] = rows["未舍入得分"].map(lambda value: str((FULL - value).quantize(CENT, ROUND_HALF_UP)))
    rows["未舍入得分"] = rows["未舍入得分"].map(str)
    figures = shown.stack().rename("指标值").rename_axis(["单位", "指标"]).reset_index()
    rows = rows.merge(figures, on=["单位", "指标"], how="left")
    rows["指标值"] = rows["指标值"].map(lambda value: "" if pd.isna(value) else str(value))
    rows.insert(0, "年度", YEAR)
    results = results.rename_axis("单位").reset_index().astype({"得分": str, "未舍入得分": str})
    results.insert(0, "年度", YEAR)
    with sqlite3.connect(store) as connection:
        results.to_sql("result", connection, index=False, if_exists="replace")
        rows.to_sql("mark", connection, index=False, if_exists="replace")


main()
