"""Logistic regression on two noisy features. Plain Python, so that it runs anywhere: put your own training in its place.

What the project file needs of it: its options, a line for each epoch, and metrics.json as the last thing it writes.
"""
import argparse
import json
import math
import os
import random


def points(count, noise, source):
    for _ in range(count):
        x, y = source.uniform(-1, 1), source.uniform(-1, 1)
        label = 1 if x + 0.5 * y > 0 else 0
        yield x + source.gauss(0, noise), y + source.gauss(0, noise), label


def probability(weights, x, y):
    return 1 / (1 + math.exp(-(weights[0] * x + weights[1] * y + weights[2])))


def loss_of(weights, data):
    total = 0.0
    for x, y, label in data:
        p = min(max(probability(weights, x, y), 1e-9), 1 - 1e-9)
        total -= math.log(p if label else 1 - p)
    return total / len(data)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sigma", type=float, default=0.1)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()

    training = list(points(800, options.sigma, random.Random(options.seed)))
    unseen = list(points(600, 0, random.Random("unseen")))
    weights = [0.0, 0.0, 0.0]
    for epoch in range(1, options.epochs + 1):
        for x, y, label in training:
            error = probability(weights, x, y) - label
            for index, value in enumerate((x, y, 1)):
                weights[index] -= 0.1 * error * value
        # Read by `ml-workflow` as progress.
        line = {"epoch": epoch, "epochs": options.epochs, "loss": round(loss_of(weights, training), 4)}
        print(json.dumps(line), flush=True)

    right = sum((probability(weights, x, y) > 0.5) == bool(label) for x, y, label in unseen)
    measured = {"accuracy": right / len(unseen), "loss": loss_of(weights, unseen), "n": len(unseen)}
    for name, value in (("model.json", weights), ("metrics.json", measured)):
        with open(os.path.join(options.out, name), "w", encoding="utf-8") as file:
            json.dump(value, file)


main()
