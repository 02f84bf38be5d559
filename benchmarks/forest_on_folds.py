"""A random forest on simple features, on the folds of a cross-validation.

usage: forest_on_folds.py IMAGES predictions.csv

predictions.csv is the table that Cross-Validate CNN Classifier writes for the
images in IMAGES. For each repeat and fold the forest learns from all images of
the other folds and predicts those of this one, so both saw the same images.
Prints the balanced accuracy of both with 95 % intervals, and that of their
difference, from 2,000 draws of groups (an image without a group stands alone).

Features: those of few_images.py, whose Debian packages it needs, too.
"""
import csv
import os
import sys
from collections import defaultdict

import numpy as np
from PIL import Image
from sklearn.ensemble import RandomForestClassifier

from simple_features import simple_features

root, table = sys.argv[1:3]
rows = [r for r in csv.DictReader(open(table, encoding='utf-8-sig')) if not r['error']]


def pixels(name):
    image = np.array(Image.open(os.path.join(root, name)))
    image = image.astype(float) / (255 if image.dtype == np.uint8 else 65535)
    return image[:, :, None] if image.ndim == 2 else image


names = sorted({r['file'] for r in rows})
known = {name: simple_features(pixels(name)) for name in names}
X = np.array([known[r['file']] for r in rows])
actual = np.array([r['actual'] for r in rows])
network = np.array([r['predicted'] for r in rows])
part = np.array([(r['repeat'], r['fold']) for r in rows])
forest = np.empty_like(network)
for repeat, fold in sorted({tuple(p) for p in part}):
    here = part[:, 0] == repeat
    held = here & (part[:, 1] == fold)
    model = RandomForestClassifier(500, class_weight='balanced', random_state=1)
    model.fit(X[here & ~held], actual[here & ~held])
    forest[held] = model.predict(X[held])

classes = sorted(set(actual))
groups = defaultdict(list)
for i, r in enumerate(rows):
    groups[r['group'] or r['file']].append(i)
# images and right answers of each group and class
counts = np.zeros((len(groups), len(classes), 3))
for g, members in enumerate(groups.values()):
    for i in members:
        c = classes.index(actual[i])
        counts[g, c] += (1, network[i] == actual[i], forest[i] == actual[i])


def balanced(sums):
    there = sums[:, 0] > 0
    return (sums[there, 1:] / sums[there, :1]).mean(axis=0)


random = np.random.default_rng(1)
draws = np.array([balanced(counts[random.integers(0, len(groups), len(groups))].sum(axis=0))
                  for _ in range(2000)])
net, wood = balanced(counts.sum(axis=0))
for name, value, drawn in (('network', net, draws[:, 0]), ('forest', wood, draws[:, 1]),
                           ('network - forest', net - wood, draws[:, 0] - draws[:, 1])):
    low, high = np.percentile(drawn, [2.5, 97.5])
    print(f'{name}: balanced accuracy {value:.4f} ({low:.4f} to {high:.4f})')
print(len(names), 'images,', len(groups), 'groups')
