"""Draws the lists on which default networks, sizes and batches were compared.

usage: draw_defaults.py FOLDER OUT [SEEDS]

FOLDER has the sets mitocheck, wbc, cifar10/train/CLASS, mnist (IDX files), focus16
(fields, cut into patches), blood_smears (boxes.csv), plankton and clothing. Of each
set at most 8 classes, up to 30 images a class to learn from and 40 others to
validate; a class with fewer gives three fifths and two. MitoCheck is divided by
field. Needs python3-pil for MNIST, whose images are written to OUT/mnist.
"""
import csv
import gzip
import os
import random
import re
import sys

folder, out = sys.argv[1:3]
seeds = int(sys.argv[3]) if len(sys.argv) > 3 else 2
LEARN, VALIDATE, CLASSES, PATCH = 30, 40, 8, 64


def files(*parts):
    root = os.path.abspath(os.path.join(folder, *parts))
    for label in sorted(os.listdir(root)):
        for name in sorted(os.listdir(os.path.join(root, label))):
            field = re.match(r'(.*___P\d+_\d+)___T', name)
            yield label, os.path.join(root, label, name), '', field.group(1) if field else ''


def patches():
    root = os.path.abspath(os.path.join(folder, 'focus16'))
    for label in sorted(os.listdir(root)):
        for y in range(0, 520 - PATCH + 1, PATCH):
            for x in range(0, 696 - PATCH + 1, PATCH):
                yield 'level ' + label, os.path.join(root, label, 'field.tif'), f'{x},{y},{PATCH},{PATCH}', ''


def boxes():
    root = os.path.abspath(os.path.join(folder, 'blood_smears'))
    for row in csv.DictReader(open(os.path.join(root, 'boxes.csv'))):
        x, y = max(0, int(row['xmin'])), max(0, int(row['ymin']))
        w, h = min(640, int(row['xmax'])) - x, min(480, int(row['ymax'])) - y
        if w >= 8 and h >= 8:
            yield row['class'], os.path.join(root, 'images', row['image']), f'{x},{y},{w},{h}', row['image']


def digits():
    from PIL import Image
    root = os.path.join(folder, 'mnist', 'train-')
    pixels = gzip.open(root + 'images-idx3-ubyte.gz').read()[16:]
    labels = gzip.open(root + 'labels-idx1-ubyte.gz').read()[8:]
    made = os.path.abspath(os.path.join(out, 'mnist'))
    os.makedirs(made, exist_ok=True)
    for i in range(3000):
        path = os.path.join(made, f'{i:04d}.png')
        if not os.path.exists(path):
            Image.frombytes('L', (28, 28), pixels[i * 784:(i + 1) * 784]).save(path)
        yield str(labels[i]), path, '', ''


SETS = {
    'mitocheck': lambda: files('mitocheck'),
    'wbc': lambda: files('wbc'),
    'cifar10': lambda: files('cifar10', 'train'),
    'mnist': digits,
    'focus16': patches,
    'blood_smears': boxes,
    'plankton': lambda: files('plankton'),
    'clothing': lambda: files('clothing'),
}

os.makedirs(out, exist_ok=True)
for name, read in SETS.items():
    classes = {}
    for label, *image in read():
        classes.setdefault(label, []).append(image)
    classes = {label: images for label, images in classes.items() if len(images) >= 20}
    for seed in range(1, seeds + 1):
        draw = random.Random(seed)
        labels = draw.sample(sorted(classes), min(CLASSES, len(classes)))
        groups = sorted({group for label in labels for *_, group in classes[label] if group})
        held = set(draw.sample(groups, round(len(groups) * 0.4)))
        with open(os.path.join(out, f'{name}-{seed}.csv'), 'w') as f:
            f.write('path,class,split,x,y,width,height\n')
            for label in labels:
                some = draw.sample(classes[label], len(classes[label]))
                grouped = bool(groups)
                learn = [i for i in some if i[2] not in held] if grouped else some[:min(LEARN, len(some) * 3 // 5)]
                validate = [i for i in some if i[2] in held] if grouped else some[len(learn):]
                if not learn or not validate:
                    continue
                for side, images in (('train', learn[:LEARN]), ('val', validate[:VALIDATE])):
                    for path, region, _ in images:
                        f.write(f'{path},{label},{side},{region or ",,,"}\n')
