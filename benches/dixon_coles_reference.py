#!/usr/bin/env python3
"""A Dixon-Coles fit as a good Python modeller writes it: the reference for the speed of `byline fit`.

    python benches/dixon_coles_reference.py [RESULTS.csv] [--since YYYY-MM-DD] [--ridge 1] [--runs 5]

Reads a CSV file of results with the columns date, home_team, away_team, home_score, away_score and neutral; without one it
draws matches of the shape of all internationals since 1990 (327 teams, 32,402 matches), the same as the example
`time_models` of crates/forecast draws. Maximises the log-likelihood less ridge/2 (|attack|^2 + |defence|^2) by SciPy's
L-BFGS with the analytic gradient, and prints one line of JSON: seconds (median of the runs, processor time of the fit
alone), log_likelihood (with factorials, without the penalty), penalised, iterations, gradient_norm, rho, matches, teams.

Needs numpy and scipy. For one core set OPENBLAS_NUM_THREADS=1.
"""

import argparse
import csv
import json
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln

TEAMS, MATCHES, SEED = 327, 32402, 20260719


def philox(counter, key):
    """Ten rounds of Philox4x32 on arrays of counters (Salmon et al. 2011), as in crates/forecast/src/random.rs."""
    a, b, c, d = (part.astype(np.uint64) for part in counter)
    low = np.uint64(0xFFFFFFFF)
    shift = np.uint64(32)
    key = [np.uint64(part) for part in key]
    for _ in range(10):
        product_a, product_c = a * np.uint64(0xD2511F53), c * np.uint64(0xCD9E8D57)
        a, b, c, d = (product_c >> shift) ^ b ^ key[0], product_c & low, (product_a >> shift) ^ d ^ key[1], product_a & low
        key = [(key[0] + np.uint64(0x9E3779B9)) & low, (key[1] + np.uint64(0xBB67AE85)) & low]
    return a, b, c, d


def uniforms(scenario, simulation, count):
    """For every match the first `count` uniform numbers of its stream."""
    match = np.arange(max(MATCHES, TEAMS), dtype=np.uint64)
    columns = []
    for block in range((count + 1) // 2):
        parts = philox((np.full_like(match, block), match, np.full_like(match, simulation), np.full_like(match, scenario)),
                       (SEED & 0xFFFFFFFF, SEED >> 32))
        for low, high in (parts[:2], parts[2:]):
            bits = low | (high << np.uint64(32))
            columns.append(((bits >> np.uint64(12)) * np.uint64(2) + np.uint64(1)).astype(float) / 2.0**53)
    return columns[:count]


def simulated():
    """Teams whose strengths are even steps, matches mostly among neighbours, Poisson goals by inversion."""
    place = np.arange(TEAMS)
    attack = 0.9 * ((place * 131) % TEAMS / TEAMS - 0.5)
    defence = 0.9 * ((place * 197) % TEAMS / TEAMS - 0.5)
    u = [column[:MATCHES] for column in uniforms(0, 0, 5)]
    home = np.floor(u[0] * TEAMS).astype(int)
    near = u[2] < 0.85
    gap = np.where(near, 1 + np.floor(u[1] * 40), 1 + np.floor(u[1] * (TEAMS - 1))).astype(int)
    away = (home + gap) % TEAMS
    neutral = u[3] < 0.284
    goals = []
    for side, column in enumerate(uniforms(1, 0, 2)):
        own, other = (home, away) if side == 0 else (away, home)
        rate = np.exp(0.1 + (0.3 * ~neutral if side == 0 else 0.0) + attack[own] - defence[other])
        count, term = np.zeros(MATCHES, dtype=int), np.exp(-rate)
        total = term.copy()
        while (more := column[:MATCHES] >= total).any():
            count[more] += 1
            term = np.where(more, term * rate / np.maximum(count, 1), term)
            total = np.where(more, total + term, total)
        goals.append(count)
    return home, away, goals[0], goals[1], neutral, TEAMS


def read(path, since):
    home, away, x, y, neutral = [], [], [], [], []
    teams = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if since and row["date"] < since or not row["home_score"].isdigit():
                continue
            home.append(teams.setdefault(row["home_team"], len(teams)))
            away.append(teams.setdefault(row["away_team"], len(teams)))
            x.append(int(row["home_score"]))
            y.append(int(row["away_score"]))
            neutral.append(row["neutral"].upper() == "TRUE")
    return *(np.array(column) for column in (home, away, x, y, neutral)), len(teams)


def fit(home, away, x, y, neutral, teams, ridge):
    at_home = 1.0 - neutral
    zeros = [(x == a) & (y == b) for a, b in ((0, 0), (0, 1), (1, 0), (1, 1))]
    factorials = gammaln(x + 1.0).sum() + gammaln(y + 1.0).sum()

    def objective(at):
        attack, defence, (mu, lift, rho) = at[:teams], at[teams:2 * teams], at[2 * teams:]
        eta_home = mu + lift * at_home + attack[home] - defence[away]
        eta_away = mu + attack[away] - defence[home]
        rate_home, rate_away = np.exp(eta_home), np.exp(eta_away)
        slope_home, slope_away, slope_rho = x - rate_home, y - rate_away, 0.0
        value = x @ eta_home - rate_home.sum() + y @ eta_away - rate_away.sum() - factorials
        for place, seen in enumerate(zeros):
            a, b = rate_home[seen], rate_away[seen]
            move = (-a * b, a, b, -np.ones_like(a))[place]
            # An infinite value outside the domain ends L-BFGS after a few steps; the usual way out is a floor.
            correction = np.maximum(1.0 + rho * move, 1e-10)
            value += np.log(correction).sum()
            slope_rho += (move / correction).sum()
            if place in (0, 1):
                slope_home[seen] += rho * move / correction
            if place in (0, 2):
                slope_away[seen] += rho * move / correction
        slope = np.empty_like(at)
        slope[:teams] = np.bincount(home, slope_home, teams) + np.bincount(away, slope_away, teams)
        slope[teams:2 * teams] = -np.bincount(away, slope_home, teams) - np.bincount(home, slope_away, teams)
        slope[2 * teams:] = slope_home.sum() + slope_away.sum(), slope_home @ at_home, slope_rho
        strengths = at[:2 * teams]
        slope[:2 * teams] -= ridge * strengths
        return 0.5 * ridge * strengths @ strengths - value, -slope

    start = np.zeros(2 * teams + 3)
    start[2 * teams:] = np.log((x.mean() + y.mean()) / 2.0), 0.2, 0.0
    options = {"maxcor": 20, "ftol": 1e-10, "gtol": 1e-5, "maxiter": 5000, "maxfun": 10000}
    found = minimize(objective, start, jac=True, method="L-BFGS-B", options=options)
    strengths = found.x[:2 * teams]
    return {
        "log_likelihood": -found.fun + 0.5 * ridge * float(strengths @ strengths),
        "penalised": -float(found.fun),
        "iterations": int(found.nit),
        "gradient_norm": float(np.abs(found.jac).max()),
        "rho": float(found.x[-1]),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("results", nargs="?", help="CSV of results; simulated matches without it")
    parser.add_argument("--since", help="first day that counts, YYYY-MM-DD")
    parser.add_argument("--ridge", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    data = read(options.results, options.since) if options.results else simulated()
    seconds = []
    for _ in range(options.runs):
        start = time.process_time()
        answer = fit(*data, options.ridge)
        seconds.append(time.process_time() - start)
    print(json.dumps({"seconds": float(np.median(seconds)), **answer, "matches": len(data[0]), "teams": data[5]}))


if __name__ == "__main__":
    main()
