"""Windows of two kinds of signal, made from a seed, and the warping of their time that the study is about."""
import math
import random

LENGTH = 24


def window(label, source):
    """A slow wave with noise; of kind 1 it speeds up towards the end."""
    phase = source.uniform(0, 2 * math.pi)
    speed = source.uniform(0.8, 1.2)
    bend = 0.5 if label else 0.0
    return [
        math.sin(phase + speed * at * (1 + bend * at / LENGTH) * 0.5) + source.gauss(0, 0.25)
        for at in range(LENGTH)
    ]


def windows(count, seed):
    source = random.Random(seed)
    return [(window(at % 2, source), at % 2) for at in range(count)]


def warped(values, sigma, source):
    """The same window, read at a speed that is off by `sigma`."""
    speed = math.exp(source.gauss(0, sigma))
    return [values[min(LENGTH - 1, int(at * speed))] for at in range(LENGTH)]
