"""`python3 -m study.cli train …`: trains one model, and writes what it measured."""
import argparse
import json
import math
import os
import random


def options():
    parser = argparse.ArgumentParser(prog="study")
    commands = parser.add_subparsers(required=True)
    train = commands.add_parser("train")
    train.add_argument("--model", choices=["simple_lstm"], required=True)
    train.add_argument("--time-warp-sigma", type=float, default=0.1)
    train.add_argument("--num-layers", type=int, default=1)
    train.add_argument("--epochs", type=int, default=6)
    train.add_argument("--seed", type=int, default=7)
    train.add_argument("--output", required=True)
    # What a preflight asks for. A real training would import its packages below this line.
    train.add_argument("--dry-run", action="store_true", help="only say whether the options are right")
    return parser.parse_args()


def measure(model, unseen):
    right = {0: 0, 1: 0}
    loss = 0.0
    for features, label in unseen:
        found = min(max(model.probability(features), 1e-9), 1 - 1e-9)
        right[label] += (found > 0.5) == bool(label)
        loss -= math.log(found if label else 1 - found)
    count = len(unseen)
    return {
        "accuracy": sum(right.values()) / count,
        "class_1_accuracy": right[1] / sum(label for _, label in unseen),
        "loss": loss / count,
        "n": count,
    }


def main():
    given = options()
    if given.dry_run:
        return
    from study.data import warped, windows
    from study.model import Model, inputs_of

    source = random.Random(given.seed)
    seen = [(warped(values, given.time_warp_sigma, source), label) for values, label in windows(300, given.seed)]
    model = Model(len(inputs_of(seen[0][0])), given.num_layers, given.seed)
    training = [(model.features(inputs_of(values)), label) for values, label in seen]
    unseen = [(model.features(inputs_of(values)), label) for values, label in windows(200, "unseen")]
    for epoch in range(1, given.epochs + 1):
        for features, label in training:
            model.learn(features, label, 0.2)
        line = {"epoch": epoch, "epochs": given.epochs, **measure(model, training)}
        print(json.dumps(line), flush=True)
    results = (("weights.json", model.weights), ("metrics.json", measure(model, unseen)))
    for name, value in results:
        with open(os.path.join(given.output, name), "w", encoding="utf-8") as file:
            json.dump(value, file)


if __name__ == "__main__":
    main()
