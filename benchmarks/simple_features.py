"""Simple features of an image, for classifiers that networks are compared with.

Mean, deviation and percentiles of each channel, its histogram (16 bins), local
binary patterns (8 neighbours, uniform, radius 1 and 2), and HOG of the gray
image, all at 64 x 64 pixels. Debian packages python3-skimage (0.19.3) and python3-pil.
"""
import numpy as np
from skimage.feature import hog, local_binary_pattern
from skimage.transform import resize


def simple_features(pixels, high=1.0, intensities=True):
    """pixels: height, width, channels; values from 0 to high.

    Without intensities only what does not change when an image gets brighter:
    patterns and HOG.
    """
    image = resize(pixels, (64, 64), anti_aliasing=True) / high
    values = []
    for c in range(image.shape[2]):
        plane = image[:, :, c]
        if intensities:
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
    return np.array(values)
