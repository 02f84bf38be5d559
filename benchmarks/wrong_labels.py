"""Plants wrong labels in a list of images, and counts how many of them are found.

usage: wrong_labels.py plant FOLDER OUT.csv COUNT SEED
       wrong_labels.py score OUT.csv likely_wrong.csv

plant: FOLDER has a folder for each class, or the files of MNIST (images are then
written beside OUT.csv). COUNT images (0: all) are drawn, each
class with its part; of each class 5 %, at least one, get the label of any other class.
OUT.csv is a list for cross-validation, with the true class in the column `true`,
which training does not read. score: precision and recall of the list, and of the
classes with the fewest images. Python 3, no packages.
"""
import collections
import csv
import gzip
import os
import random
import struct
import sys
import zlib

SHARE = 0.05


def of_folders(folder):
    classes = {}
    for label in sorted(os.listdir(folder)):
        path = os.path.join(os.path.abspath(folder), label)
        if os.path.isdir(path):
            classes[label] = [os.path.join(path, name) for name in sorted(os.listdir(path))]
    return classes


def png(width, height, pixels):
    rows = b''.join(b'\0' + pixels[y * width:(y + 1) * width] for y in range(height))
    chunks = ((b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)),
              (b'IDAT', zlib.compress(rows)), (b'IEND', b''))
    return b'\x89PNG\r\n\x1a\n' + b''.join(struct.pack('>I', len(data)) + kind + data + struct.pack(
        '>I', zlib.crc32(kind + data)) for kind, data in chunks)


def of_mnist(folder, out, count):
    """The first COUNT training images, as files."""
    with gzip.open(os.path.join(folder, 'train-images-idx3-ubyte.gz')) as file:
        pixels = file.read(16 + 784 * count)[16:]
    with gzip.open(os.path.join(folder, 'train-labels-idx1-ubyte.gz')) as file:
        labels = file.read(8 + count)[8:]
    target = os.path.join(os.path.dirname(os.path.abspath(out)), 'mnist images')
    os.makedirs(target, exist_ok=True)
    classes = {str(digit): [] for digit in range(10)}
    for i, label in enumerate(labels):
        path = os.path.join(target, f'{i:05d}.png')
        with open(path, 'wb') as file:
            file.write(png(28, 28, pixels[784 * i:784 * (i + 1)]))
        classes[str(label)].append(path)
    return classes


def plant(folder, out, count, seed):
    draw = random.Random(seed)
    mnist = os.path.exists(os.path.join(folder, 'train-images-idx3-ubyte.gz'))
    classes = of_mnist(folder, out, count) if mnist else of_folders(folder)
    total = sum(len(files) for files in classes.values())
    rows = []
    for label, files in classes.items():
        draw.shuffle(files)
        some = files[:round(len(files) * count / total)] if count else files
        planted = max(1, round(SHARE * len(some)))
        others = [other for other in classes if other != label]
        for i, file in enumerate(some):
            rows.append((file, draw.choice(others) if i < planted else label, label))
    draw.shuffle(rows)
    with open(out, 'w', newline='') as file:
        writer = csv.writer(file)
        writer.writerow(('path', 'class', 'true'))
        writer.writerows(rows)


def score(planted, found):
    with open(planted, newline='') as file:
        rows = list(csv.DictReader(file))
    with open(found, newline='') as file:
        listed = [row['file'] for row in csv.DictReader(file)]
    truth = {row['path']: (row['class'], row['true']) for row in rows}
    folder = os.path.dirname(os.path.abspath(planted))
    # names in tables are relative to the list, or absolute
    known = {}
    for path in truth:
        known[path] = known[os.path.relpath(path, folder)] = known[path.lstrip('/')] = path
    listed = [known.get(name, name) for name in listed]
    missing = [name for name in listed if name not in truth]
    if missing:
        sys.exit('not in the list: ' + missing[0])
    wrong = {path for path, (given, true) in truth.items() if given != true}
    hits = [path in wrong for path in listed]
    print(f'{len(rows)} images, {len(wrong)} planted, {len(listed)} listed: '
          f'precision {sum(hits) / max(1, len(hits)):.3f} recall {sum(hits) / len(wrong):.3f}')
    half = max((i + 1 for i in range(len(hits)) if sum(hits[:i + 1]) >= 0.5 * (i + 1)), default=0)
    print(f'recall where the precision of the first ones is 0.5: {sum(hits[:half]) / len(wrong):.3f} ({half} rows)')
    sizes = collections.Counter(true for _, true in truth.values())
    rare = sorted(sizes, key=lambda label: (sizes[label], label))[:max(1, len(sizes) // 3)]
    for name, side in (('given to', 0), ('taken from', 1)):
        of_rare = {path for path in wrong if truth[path][side] in rare}
        told = [path for path in listed if truth[path][side] in rare]
        if of_rare:
            found_ones = sum(path in of_rare for path in told)
            precision = f'{found_ones / len(told):.3f}' if told else '-'
            print(f'{name} the rare classes {", ".join(rare)}: {len(of_rare)} planted, '
                  f'recall {found_ones / len(of_rare):.3f} precision {precision}')


if __name__ == '__main__':
    if sys.argv[1:2] == ['plant'] and len(sys.argv) == 6:
        plant(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
    elif sys.argv[1:2] == ['score'] and len(sys.argv) == 4:
        score(sys.argv[2], sys.argv[3])
    else:
        sys.exit(__doc__)
