"""Makes scores.csv, the expected numbers of EvaluationOracleTest.

    python3 scores.py > scores.csv

Run with scikit-learn 1.2.1, scipy 1.10.1, numpy 1.24.2 on Python 3.11. Tests
read the result and never call Python.

Probabilities are whole 1024ths, which floats hold exactly and whose sum is
exactly 1. A dash stands for a figure that is not defined, and 0 for one that
is 0/0 and counts as 0. Of equally probable classes the first one counts as the
better, as everywhere in this program; scikit-learn's top_k_accuracy_score
takes the last, and is therefore given the classes in reverse.
"""
import sys
import warnings

import numpy as np
import scipy
import sklearn
from sklearn import metrics

warnings.simplefilter("ignore")
rng = np.random.RandomState(11)
STEPS = 1024


def drawn(classes, images, skill=2.0, truth=None, steps=STEPS):
    """Truth, and probabilities that know something of it."""
    if truth is None:
        truth = rng.randint(0, classes, images)
    truth = np.asarray(truth)
    rows = []
    for t in truth:
        alpha = np.full(classes, 0.6)
        alpha[t] += skill
        counts = rng.multinomial(steps, rng.dirichlet(alpha))
        counts = np.maximum(counts, 1)  # no probability of 0
        counts[counts.argmax()] -= counts.sum() - steps
        rows.append(counts * (STEPS // steps))
    return truth.tolist(), rows


def given(truth, *rows):
    return truth, [np.array(r) for r in rows]


CASES = [
    ("binary", 2, *drawn(2, 20)),
    ("binary, sure", 2, *drawn(2, 30, 9)),
    ("binary, guessing", 2, *drawn(2, 40, 0)),
    ("binary, always wrong", 2, *given([0, 1, 0], [24, 1000], [900, 124],
                                       [500, 524])),
    ("binary, ties", 2, *drawn(2, 40, 1, steps=8)),
    ("binary, all scores equal", 2, *given([0, 1, 1, 0], *[[512, 512]] * 4)),
    ("binary, rare", 2, *drawn(2, 60, 1, [1, 1] + [0] * 58)),
    ("binary, one image of a class", 2, *drawn(2, 25, 1, [1] + [0] * 24)),
    ("binary, only the first class", 2, *drawn(2, 12, 1, [0] * 12)),
    ("binary, only the second class", 2, *drawn(2, 12, 1, [1] * 12)),
    ("one class, all right", 2, *given([1, 1, 1], [24, 1000], [124, 900],
                                       [500, 524])),
    ("one class, all wrong", 2, *given([0, 0], [24, 1000], [124, 900])),
    ("one image, right", 3, *given([1], [24, 900, 100])),
    ("one image, wrong", 3, *given([2], [24, 900, 100])),
    ("three", 3, *drawn(3, 30)),
    ("three, ties", 3, *drawn(3, 60, 1, steps=8)),
    ("three, coarse ties", 3, *drawn(3, 50, 1, steps=4)),
    ("three, perfect", 3, *given([0, 1, 2, 2], [1000, 12, 12],
                                 [100, 900, 24], [4, 20, 1000],
                                 [300, 300, 424])),
    ("three, absent class", 3, *drawn(3, 30, 1, [0, 2] * 15)),
    ("three, absent but predicted", 3, *given(
        [0, 0, 1, 1, 1], [900, 24, 100], [100, 24, 900], [24, 900, 100],
        [24, 800, 200], [24, 100, 900])),
    ("three, absent and never predicted", 3, *given(
        [0, 2, 2, 0], [900, 24, 100], [100, 24, 900], [824, 100, 100],
        [600, 124, 300])),
    ("three, class never predicted", 3, *given(
        [0, 0, 1, 1, 2, 2], [900, 24, 100], [24, 900, 100], [24, 800, 200],
        [100, 824, 100], [600, 124, 300], [200, 500, 324])),
    ("three, only one class", 3, *drawn(3, 15, 1, [2] * 15)),
    ("three, unbalanced", 3, *drawn(3, 70, 1, [0] * 60 + [1] * 8 + [2] * 2)),
    ("three, equal in pairs", 3, *given(
        [0, 1, 2, 0, 1, 2], [512, 512, 0], [512, 512, 0], [512, 512, 0],
        [256, 384, 384], [256, 384, 384], [256, 384, 384])),
    ("four", 4, *drawn(4, 40)),
    ("four, guessing", 4, *drawn(4, 60, 0)),
    ("four, two absent", 4, *drawn(4, 40, 1, [1, 3] * 20)),
    ("five", 5, *drawn(5, 50)),
    ("six", 6, *drawn(6, 60, 1)),
    ("six, ties", 6, *drawn(6, 60, 1, steps=16)),
    ("ten", 10, *drawn(10, 120)),
    ("ten, one image of each", 10, *drawn(10, 10, 1, range(10))),
    ("ten, half absent", 10, *drawn(10, 60, 1, [0, 2, 4, 6, 8] * 12)),
    ("sixteen", 16, *drawn(16, 130, 1)),
    ("sixteen, ties", 16, *drawn(16, 130, 1, steps=64)),
    ("zero of the truth", 3, *given([0, 1, 2], [0, 1024, 0], [24, 900, 100],
                                    [1024, 0, 0])),
]


def number(value):
    return "%.14f" % value


def top(truth, rows, classes, k):
    if classes <= k:
        return "-"
    return number(metrics.top_k_accuracy_score(
        [classes - 1 - t for t in truth], rows[:, ::-1], k=k,
        labels=range(classes)))


def listed(values):
    return " ".join("-" if v is None else number(v) for v in values)


def mean(values):
    known = [v for v in values if v is not None]
    return number(np.mean(known)) if known else "-"


print("# scikit-learn %s, scipy %s, numpy %s" % (
    sklearn.__version__, scipy.__version__, np.__version__))
print("name,classes,truth,scores,accuracy,balanced_accuracy,mcc,kappa,"
      "macro_precision,macro_recall,macro_f1,weighted_precision,"
      "weighted_recall,weighted_f1,cross_entropy,top_2_accuracy,"
      "top_3_accuracy,top_5_accuracy,macro_roc_auc,macro_average_precision,"
      "roc_auc,average_precision")
for name, classes, truth, scores in CASES:
    assert all(row.sum() == STEPS and row.min() >= 0 for row in scores), name
    rows = np.array(scores) / STEPS
    guess = rows.argmax(axis=1)
    cells = ['"%s"' % name, str(classes), " ".join(map(str, truth)),
             " ".join(str(v) for row in scores for v in row)]
    cells += [number(v) for v in (
        metrics.accuracy_score(truth, guess),
        metrics.balanced_accuracy_score(truth, guess),
        metrics.matthews_corrcoef(truth, guess),
        np.nan_to_num(metrics.cohen_kappa_score(truth, guess)))]
    for kind in ("macro", "weighted"):
        cells += [number(v) for v in metrics.precision_recall_fscore_support(
            truth, guess, average=kind, zero_division=0)[:3]]
    # the floor of this program, which is that of 32-bit probabilities
    cells.append(number(metrics.log_loss(
        truth, rows, labels=range(classes), eps=2.0 ** -23)))
    cells += [top(truth, rows, classes, k) for k in (2, 3, 5)]
    roc, precision = [], []
    for c in range(classes):
        own = np.array(truth) == c
        roc.append(metrics.roc_auc_score(own, rows[:, c])
                   if 0 < own.sum() < len(own) else None)
        precision.append(metrics.average_precision_score(own, rows[:, c])
                         if own.any() else None)
    cells += [mean(roc), mean(precision), listed(roc), listed(precision)]
    print(",".join(cells))

# no images: scikit-learn refuses them, and so does this program
for figure in (metrics.roc_auc_score, metrics.log_loss):
    try:
        figure([], [])
        sys.exit("expected a refusal")
    except ValueError:
        pass
