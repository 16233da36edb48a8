"""Whether the windows are what a training expects: enough of them, of both kinds, all of one length."""
import sys

sys.path.insert(0, ".")
from study.data import LENGTH, windows  # noqa: E402

found = windows(300, 7)
ones = sum(label for _, label in found)
if len(found) < 300 or not 0.4 <= ones / len(found) <= 0.6 or any(len(values) != LENGTH for values, _ in found):
    sys.exit(f"{len(found)} windows, {ones} of them of kind 1: not what the study is about")
print(f"{len(found)} windows, {ones} of kind 1")
