"""Makes metrics.csv, the expected numbers of FiguresTest.

    python3 metrics.py > metrics.csv

Run with scikit-learn 1.2.1, scipy 1.10.1, numpy 1.24.2 on Python 3.11. Tests
read the result and never call Python. The cross-entropy of EvaluationResultTest
is metrics.log_loss of the same version.
"""
import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn import metrics

rng = np.random.RandomState(7)
ten_truth = rng.randint(0, 10, 400)
ten_guess = np.where(rng.rand(400) < 0.8, ten_truth, rng.randint(0, 10, 400))

# name, number of classes of the classifier, truth, prediction
CASES = [
    ("binary", 2, [0, 0, 0, 1, 1, 1, 1, 0], [0, 1, 0, 1, 1, 0, 1, 0]),
    ("three", 3, [0, 0, 1, 1, 1, 2, 2, 2, 2, 2],
     [0, 1, 1, 1, 2, 2, 2, 0, 2, 2]),
    ("absent-but-predicted", 3, [0, 0, 1, 1, 1], [0, 2, 1, 1, 2]),
    ("never-predicted", 3, [0, 0, 1, 1, 2, 2], [0, 1, 1, 1, 0, 1]),
    ("neither", 4, [0, 0, 3, 3, 3], [0, 3, 3, 3, 0]),
    ("one-class-right", 2, [1, 1, 1], [1, 1, 1]),
    ("one-class-wrong", 2, [1, 1, 1], [0, 0, 0]),
    ("all-wrong", 3, [0, 1, 2], [1, 2, 0]),
    ("one-image", 2, [0], [0]),
    ("ten", 10, ten_truth.tolist(), ten_guess.tolist()),
]


def wilson(hits, n):
    interval = stats.binomtest(hits, n).proportion_ci(0.95, method="wilson")
    return interval.low, interval.high


def averages(truth, guess, kind):
    return metrics.precision_recall_fscore_support(
        truth, guess, average=kind, zero_division=0)[:3]


print("# scikit-learn %s, scipy %s, numpy %s" % (
    sklearn.__version__, scipy.__version__, np.__version__))
print("name,classes,truth,prediction,accuracy,low,high,balanced_accuracy,mcc,"
      + ",".join("%s_%s" % (kind, figure)
                 for kind in ("macro", "micro", "weighted")
                 for figure in ("precision", "recall", "f1"))
      + ",class_precision,class_recall,class_f1")
for name, classes, truth, guess in CASES:
    hits = sum(t == g for t, g in zip(truth, guess))
    row = [metrics.accuracy_score(truth, guess), *wilson(hits, len(truth)),
           metrics.balanced_accuracy_score(truth, guess),
           metrics.matthews_corrcoef(truth, guess)]
    for kind in ("macro", "micro", "weighted"):
        row += averages(truth, guess, kind)
    per_class = metrics.precision_recall_fscore_support(
        truth, guess, labels=range(classes), zero_division=0)[:3]
    cells = [name, str(classes), " ".join(map(str, truth)),
             " ".join(map(str, guess))]
    cells += ["%.12f" % v for v in row]
    cells += [" ".join("%.12f" % v for v in figures) for figures in per_class]
    print(",".join(cells))
