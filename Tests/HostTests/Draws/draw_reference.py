#!/usr/bin/env python3
"""Random draws worked out again as docs/inspections.md says, from the standard library alone.

Reads {"cases": [{seed, population, units, seats, persons: {code: room}, bars: [[unit, person]]}]} and writes for each
case the drawn units in order and the team of each, or null where there are no lawful teams. That there are none is
checked by a maximum flow of its own.
"""
import hashlib
import json
import sys


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def drawn_units(case):
    ordered = sorted(case["population"], key=lambda code: (sha256(case["seed"] + code), code))
    return ordered[: case["units"]]


def preferences(case, units):
    bars = {tuple(bar) for bar in case["bars"]}
    lists = {}
    for unit in units:
        able = [person for person in case["persons"] if (unit, person) not in bars]
        lists[unit] = sorted(able, key=lambda p: (sha256(case["seed"] + unit + "\x1f" + p), p))
    return lists


def most_seats(case, units, lists):
    """How many seats can be filled at most: paths from unit to inspector, one seat at a time."""
    room = dict(case["persons"])
    held = {unit: set() for unit in units}

    def reach(unit):
        before, queue, seen = {}, [unit], set()
        while queue:
            here = queue.pop(0)
            for person in lists[here]:
                if person in held[here] or person in seen:
                    continue
                seen.add(person)
                before[person] = here
                if room[person] > 0:
                    return person, before
                for other in units:
                    if person in held[other] and other not in before.values():
                        before[("to", other)] = person
                        queue.append(other)
        return None, before

    total = 0
    for unit in units:
        for _ in range(case["seats"]):
            person, before = reach(unit)
            if person is None:
                continue
            room[person] -= 1
            while True:
                holder = before[person]
                held[holder].add(person)
                if holder == unit:
                    break
                person = before[("to", holder)]
                held[holder].discard(person)
            total += 1
    return total


def teams(case, units, lists):
    room = dict(case["persons"])
    held = {unit: [] for unit in units}
    moved = 0

    def nearest(unit, tried):
        for person in lists[unit]:
            if person not in held[unit] and person not in tried and room[person] > 0:
                return person
        return None

    def seat(unit, tried):
        person = nearest(unit, tried)
        if person is not None:
            held[unit].append(person)
            room[person] -= 1
            return True
        for person in lists[unit]:
            if person in held[unit] or person in tried:
                continue
            tried.add(person)
            for other in units:
                if other != unit and person in held[other] and seat(other, tried):
                    held[other].remove(person)
                    held[unit].append(person)
                    return True
        return False

    for unit in units:
        for _ in range(case["seats"]):
            free = nearest(unit, set()) is not None
            if not seat(unit, set()):
                return None, moved
            moved += not free
    return {unit: [p for p in lists[unit] if p in held[unit]] for unit in units}, moved


def main():
    answers = []
    for case in json.load(sys.stdin)["cases"]:
        units = drawn_units(case)
        lists = preferences(case, units)
        result, moved = teams(case, units, lists)
        possible = most_seats(case, units, lists) == len(units) * case["seats"]
        assert possible == (result is not None), case
        answers.append({"units": units, "teams": result, "moved": moved})
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
