"""Draws lists of few images of each class, for FewImages and few_images.py.

usage: draw_few_images.py FOLDER OUT [SEEDS]

FOLDER has the sets wbc, mitocheck, focus16 (fields, cut into patches here) and
cifar10/train. In each list, N images of a class are to learn from (a sixth of
them to validate), up to 100 others of it to test; a class with fewer than 2 N
images gives half of them. Python 3, no packages.
"""
import os
import random
import sys

folder, out = sys.argv[1:3]
seeds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
PATCH = 64


def files(root):
    for label in sorted(os.listdir(root)):
        for name in sorted(os.listdir(os.path.join(root, label))):
            yield label, os.path.join(root, label, name), ''


def patches(root):
    for label in sorted(os.listdir(root)):
        path = os.path.join(root, label, 'field.tif')
        for y in range(0, 520 - PATCH + 1, PATCH):
            for x in range(0, 696 - PATCH + 1, PATCH):
                yield 'level ' + label, path, f'{x},{y},{PATCH},{PATCH}'


SETS = {
    'wbc': lambda: files(os.path.join(folder, 'wbc')),
    'mitocheck': lambda: files(os.path.join(folder, 'mitocheck')),
    'focus16': lambda: patches(os.path.join(folder, 'focus16')),
    'cifar10gray': lambda: files(os.path.join(folder, 'cifar10', 'train')),
    'cifar10rgb': lambda: files(os.path.join(folder, 'cifar10', 'train')),
}

os.makedirs(out, exist_ok=True)
for name, read in SETS.items():
    classes = {}
    for label, path, region in read():
        classes.setdefault(label, []).append((os.path.abspath(path), region))
    for n in (10, 20, 50):
        for seed in range(1, seeds + 1):
            draw = random.Random(seed)
            lines = ['path,class,group,split' + (',x,y,width,height' if name == 'focus16' else '')]
            for label, images in classes.items():
                if len(images) < 4:
                    continue
                some = draw.sample(images, len(images))
                learn = min(n, len(some) // 2)
                val = max(1, round(learn / 6))
                for i, (path, region) in enumerate(some[:learn + 100]):
                    side = 'val' if i < val else 'train' if i < learn else 'test'
                    lines.append(f'{path},{label},{label}{i},{side}' + (',' + region if region else ''))
            with open(os.path.join(out, f'{name}-{n}-{seed}.csv'), 'w') as f:
                f.write('\n'.join(lines) + '\n')
