"""Random forest and SVM on simple features, on the lists of draw_few_images.py.

usage: few_images.py LISTS OUT.csv [PATTERN]

Features: those of simple_features.py; the forest also without its intensities,
where fields of a class differ in their background. Debian packages python3-sklearn (1.2.1),
python3-skimage (0.19.3) and python3-pil. Learns from all N images of a class;
prints balanced accuracy.
"""
import csv
import glob
import os
import re
import sys
import warnings

import numpy as np
from PIL import Image
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from simple_features import simple_features

warnings.filterwarnings('ignore')
lists, out = sys.argv[1:3]
pattern = re.compile(sys.argv[3] if len(sys.argv) > 3 else '.*')
known = {}
fields = {}


def pixels(row, gray):
    path = row['path']
    if row.get('x'):
        if path not in fields:
            fields[path] = np.array(Image.open(path))
        x, y, w, h = (int(row[k]) for k in ('x', 'y', 'width', 'height'))
        image = fields[path][y:y + h, x:x + w]
    else:
        image = np.array(Image.open(path))
    image = image.astype(float) / (255 if image.dtype == np.uint8 else 65535)
    if image.ndim == 2:
        image = image[:, :, None]
    if gray and image.shape[2] == 3:
        image = image.mean(axis=2, keepdims=True)
    return image


def features(row, gray, high, intensities=True):
    key = (row['path'], row.get('x'), row.get('y'), gray, intensities)
    if key not in known:
        known[key] = simple_features(pixels(row, gray), high, intensities)
    return known[key]


results = open(out, 'a')
for path in sorted(glob.glob(os.path.join(lists, '*.csv'))):
    name = os.path.basename(path)[:-4]
    if not pattern.fullmatch(name):
        continue
    rows = list(csv.DictReader(open(path)))
    gray = name.startswith('cifar10gray')
    high = 0.04 if name.startswith('focus16') else 1.0
    X = np.array([features(r, gray, high) for r in rows])
    y = np.array([r['class'] for r in rows])
    test = np.array([r['split'] == 'test' for r in rows])
    forest = RandomForestClassifier(500, class_weight='balanced', random_state=1)
    folds = StratifiedKFold(3, shuffle=True, random_state=1)
    svm = GridSearchCV(make_pipeline(StandardScaler(), SVC(class_weight='balanced')),
                       {'svc__C': [0.3, 1, 3, 10, 30]}, cv=folds, scoring='balanced_accuracy')
    texture = np.array([features(r, gray, high, False) for r in rows])
    for method, model, x in (('forest', forest, X), ('svm', svm, X),
                             ('forest-without-intensities', forest, texture)):
        model.fit(x[~test], y[~test])
        figure = balanced_accuracy_score(y[test], model.predict(x[test]))
        results.write(f'{name},{method},{figure:.4f},\n')
        results.flush()
        print(name, method, round(figure, 4), flush=True)
