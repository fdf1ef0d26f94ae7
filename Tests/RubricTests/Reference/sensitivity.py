"""How far ranks hang on the weights, worked out apart from the engine: reads JSON with the full marks of the leaves
(0: beyond the full marks), the marks of each subject (null: does not apply), draws and seed, and prints for each
subject its rank, the mean, the best and the worst rank, and how often the rank stayed."""
import json
import sys

MASK = (1 << 64) - 1


def numbers(seed):
    """SplitMix64, 53 bits of each, from 0 up to 1."""
    state = seed & MASK
    while True:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        z ^= z >> 31
        yield (z >> 11) / (1 << 53)


def ranks(totals):
    return [1 + sum(other > total for other in totals) for total in totals]


def totals(fulls, subjects, factors, whole):
    out = []
    for marks in subjects:
        base = attained = extra = 0.0
        for full, mark, factor in zip(fulls, marks, factors):
            if full == 0:
                extra += mark or 0
            elif mark is not None:
                base += full * factor
                attained += full * factor * (mark / full)
        out.append(attained / base * whole + extra)
    return out


def main():
    case = json.loads(sys.argv[1])
    fulls, subjects = case["fulls"], case["subjects"]
    own = ranks(totals(fulls, subjects, [1.0] * len(fulls), case["whole"]))
    stream = numbers(case["seed"])
    seen = [[] for _ in subjects]
    for _ in range(case["draws"]):
        # One number for each leaf, those beyond the full marks too, in their order.
        factors = [0.9 + 0.2 * next(stream) for _ in fulls]
        for place, rank in enumerate(ranks(totals(fulls, subjects, factors, case["whole"]))):
            seen[place].append(rank)
    print(json.dumps([
        {"rank": rank, "mean": sum(all) / len(all), "least": min(all), "greatest": max(all), "kept": all.count(rank)}
        for rank, all in zip(own, seen)
    ]))


main()
