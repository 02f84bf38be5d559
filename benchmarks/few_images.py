"""Random forest and SVM on simple features, on the lists of draw_few_images.py.

usage: few_images.py LISTS OUT.csv [PATTERN]

Features: mean, deviation and percentiles of each channel, its histogram (16
bins), local binary patterns (8 neighbours, uniform), and HOG of the gray image
resized to 64 x 64. Debian packages python3-sklearn (1.2.1), python3-skimage
(0.19.3) and python3-pil. Learns from all N images of a class; prints balanced accuracy.
"""
import csv
import glob
import os
import re
import sys
import warnings

import numpy as np
from PIL import Image
from skimage.feature import hog, local_binary_pattern
from skimage.transform import resize
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

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


def features(row, gray, high):
    key = (row['path'], row.get('x'), row.get('y'), gray)
    if key not in known:
        image = resize(pixels(row, gray), (64, 64), anti_aliasing=True) / high
        values = []
        for c in range(image.shape[2]):
            plane = image[:, :, c]
            values += [plane.mean(), plane.std()]
            values += list(np.percentile(plane, [1, 10, 25, 50, 75, 90, 99]))
            values += list(np.histogram(plane, 16, (0, 1))[0] / plane.size)
            span = max(plane.max() - plane.min(), 1e-9)
            coarse = ((plane - plane.min()) / span * 255).astype(np.uint8)
            for radius in (1, 2):
                lbp = local_binary_pattern(coarse, 8, radius, 'uniform')
                values += list(np.histogram(lbp, 10, (0, 10))[0] / lbp.size)
        values += list(hog(image.mean(axis=2), orientations=8, pixels_per_cell=(16, 16),
                           cells_per_block=(1, 1)))
        known[key] = np.array(values)
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
    for method, model in (('forest', forest), ('svm', svm)):
        model.fit(X[~test], y[~test])
        figure = balanced_accuracy_score(y[test], model.predict(X[test]))
        results.write(f'{name},{method},{figure:.4f},\n')
        results.flush()
        print(name, method, round(figure, 4), flush=True)
