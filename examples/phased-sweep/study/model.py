"""A small network in plain Python. It stands in for a real one: put your own training in its place."""
import math
import random

WIDTH = 12


def dot(weights, values):
    return sum(weight * value for weight, value in zip(weights, values))


class Model:
    """Layers of fixed random features, and one that learns."""

    def __init__(self, inputs, layers, seed):
        source = random.Random(seed)
        self.layers = []
        for _ in range(layers):
            scale = 2 / math.sqrt(inputs)
            self.layers.append([[source.gauss(0, scale) for _ in range(inputs)] for _ in range(WIDTH)])
            inputs += WIDTH
        self.weights = [0.0] * (inputs + 1)

    def features(self, values):
        for layer in self.layers:
            values = values + [math.tanh(dot(row, values)) for row in layer]
        return values + [1.0]

    def probability(self, features):
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, dot(self.weights, features)))))

    def learn(self, features, label, rate):
        error = self.probability(features) - label
        self.weights = [weight - rate * error * value for weight, value in zip(self.weights, features)]


def inputs_of(values):
    """Squared differences, smoothed: how fast the signal moves, early and late."""
    steps = [(after - before) ** 2 for before, after in zip(values, values[1:])]
    size = 4
    return [sum(steps[at : at + size]) / size for at in range(0, len(steps) - size + 1, size)]
