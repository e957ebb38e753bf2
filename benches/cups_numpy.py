"""World Cup 2022 from its start, simulated the straightforward way with numpy: what `time_cups` is measured against.

Batches of 10,000 tournaments; Poisson scores; groups by points, goal difference, goals, then the same three among the
teams level, then lots; extra time at .29 of the rates, then even shoot-outs. Prints tournaments a second of processor
time, and the share of them that each team won. Without numpy it says so and ends with status 2.
"""

import sys
import time

try:
    import numpy as np
except ImportError:
    print("no numpy", file=sys.stderr)
    sys.exit(2)

BATCH = 10_000
REPEATS = 5
TEAMS = 32
EXTRA = 0.29
PAIRS = [(0, 1), (2, 3), (0, 2), (3, 1), (3, 0), (1, 2)]
# Winner of one group against the second of another, in the order of the bracket.
LAST_16 = [("A", "B"), ("C", "D"), ("E", "F"), ("G", "H"), ("B", "A"), ("D", "C"), ("F", "E"), ("H", "G")]

team = np.arange(TEAMS)
attack = (team * 7 % TEAMS) / (TEAMS - 1) - 0.5
defence = (team * 11 % TEAMS) / (TEAMS - 1) - 0.5
home = np.zeros(TEAMS)
home[0] = 0.25
RATE = np.exp(0.25 + attack[:, None] - defence[None, :] + home[:, None])


def rank_group(rng, goals):
    """Places of the four teams of a group: goals is (6, 2, n); the result (n, 4), best first."""
    n = goals.shape[2]
    points, difference, scored = (np.zeros((n, 4), dtype=np.int64) for _ in range(3))
    for (a, b), (x, y) in zip(PAIRS, goals):
        points[:, a] += 3 * (x > y) + (x == y)
        points[:, b] += 3 * (y > x) + (x == y)
        difference[:, a] += x - y
        difference[:, b] += y - x
        scored[:, a] += x
        scored[:, b] += y
    key = points * 1_000_000 + (difference + 500) * 1_000 + scored
    order = np.argsort(-key, axis=1)
    ranked = np.take_along_axis(key, order, axis=1)
    for row in np.nonzero((ranked[:, 1:] == ranked[:, :-1]).any(axis=1))[0]:
        among = {t: [0, 0, 0, rng.random()] for t in range(4)}
        for (a, b), (x, y) in zip(PAIRS, goals[:, :, row]):
            if key[row, a] == key[row, b]:
                among[a][0] += 3 * (x > y) + (x == y)
                among[b][0] += 3 * (y > x) + (x == y)
                among[a][1] += x - y
                among[b][1] += y - x
                among[a][2] += x
                among[b][2] += y
        order[row] = sorted(range(4), key=lambda t: (key[row, t], *among[t]), reverse=True)
    return order


def knock_out(rng, one, other):
    """Winners and losers of a match of each pair."""
    x, y = rng.poisson(RATE[one, other]), rng.poisson(RATE[other, one])
    level = np.nonzero(x == y)[0]
    x[level] += rng.poisson(EXTRA * RATE[one[level], other[level]])
    y[level] += rng.poisson(EXTRA * RATE[other[level], one[level]])
    first = np.where(x == y, rng.random(len(x)) < 0.5, x > y)
    return np.where(first, one, other), np.where(first, other, one)


def batch(rng, champions):
    firsts, seconds = {}, {}
    for number, label in enumerate("ABCDEFGH"):
        base = 4 * number
        rates = np.array([[RATE[base + a, base + b], RATE[base + b, base + a]] for a, b in PAIRS])
        order = rank_group(rng, rng.poisson(rates[:, :, None], size=(6, 2, BATCH)))
        firsts[label], seconds[label] = base + order[:, 0], base + order[:, 1]
    left = [knock_out(rng, firsts[a], seconds[b])[0] for a, b in LAST_16]
    while len(left) > 2:
        pairs = [knock_out(rng, left[i], left[i + 1]) for i in range(0, len(left), 2)]
        left = [won for won, _ in pairs]
        losers = [lost for _, lost in pairs]
    knock_out(rng, losers[0], losers[1])
    won, _ = knock_out(rng, left[0], left[1])
    champions += np.bincount(won, minlength=TEAMS)


def main():
    rng = np.random.default_rng(1)
    batch(rng, np.zeros(TEAMS))
    rates = []
    champions = np.zeros(TEAMS)
    for _ in range(REPEATS):
        before = time.process_time()
        for _ in range(5):
            batch(rng, champions)
        rates.append(5 * BATCH / (time.process_time() - before))
    rates.sort()
    print(f"numpy {np.__version__}: {rates[REPEATS // 2]:.0f} cups a second (World Cup 2022, batches of {BATCH})")
    assert champions.sum() == REPEATS * 5 * BATCH
    print("champions:", *(f"{share:.5f}" for share in champions / champions.sum()))


main()
