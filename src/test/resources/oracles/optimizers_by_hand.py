# The weights of optimizers.csv by the formulas in PyTorch's documentation, for where
# there is no PyTorch: plain Python, double precision, no module to install.
#
#   python3 optimizers_by_hand.py > weights.csv      (Python 3.11)
#
# With the settings of optimizers.py as they were when PyTorch 2.13.0 computed its rows
# (an epsilon of 1e-12), this gives all of their 12 digits; so the rows of adam, adamw and
# rmsprop, whose epsilon is another one since, come from here.
import math
import struct

SAMPLES, INPUTS, CLASSES, STEPS, DECAY = 8, 4, 3, 50, 1 / 16
BETAS = (0.875, 1 - 1 / 1024)
WEIGHTS = INPUTS * CLASSES


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def gradient(at, step):
    """Of the mean cross-entropy: those of the weights, row by row, then of the biases."""
    found = [0.0] * len(at)
    for n in range(SAMPLES):
        x = [single(math.sin(1 + 3 * n + 5 * i + 7 * step)) for i in range(INPUTS)]
        scores = [at[WEIGHTS + c] + sum(x[i] * at[i * CLASSES + c] for i in range(INPUTS))
                  for c in range(CLASSES)]
        most = max(scores)
        e = [math.exp(s - most) for s in scores]
        for c in range(CLASSES):
            error = (e[c] / sum(e) - (c == (n * 7 + step) % CLASSES)) / SAMPLES
            found[WEIGHTS + c] += error
            for i in range(INPUTS):
                found[i * CLASSES + c] += error * x[i]
    return found


def adam(g, w, kept, step, rate, decay, epsilon, decoupled):
    if decoupled:
        w *= 1 - rate * decay
    else:
        g += decay * w
    kept["m"] = BETAS[0] * kept.get("m", 0) + (1 - BETAS[0]) * g
    kept["v"] = BETAS[1] * kept.get("v", 0) + (1 - BETAS[1]) * g * g
    mean = kept["m"] / (1 - BETAS[0] ** step)
    square = kept["v"] / (1 - BETAS[1] ** step)
    return w - rate * mean / (math.sqrt(square) + epsilon)


def rmsprop(g, w, kept, rate, decay, epsilon):
    g += decay * w
    kept["v"] = (1 - 1 / 64) * kept.get("v", 0) + 1 / 64 * g * g
    return w - rate * g / (math.sqrt(kept["v"]) + epsilon)


def sgd(g, w, kept, rate, decay, momentum):
    g += decay * w
    kept["b"] = momentum * kept.get("b", 0) + g
    return w - rate * (g + momentum * kept["b"])


def weights_after(update, rate):
    at = [single(math.cos(i + 2 * c)) for i in range(INPUTS) for c in range(CLASSES)]
    at += [single(0.1 * c) for c in range(CLASSES)]
    kept = [{} for _ in at]
    for step in range(STEPS):
        found = gradient(at, step)
        # as everywhere in this project, biases do not decay
        at = [update(found[j], at[j], kept[j], step + 1, rate * (1 + step % 5),
                     DECAY if j < WEIGHTS else 0) for j in range(len(at))]
    return at


def line(name, values):
    print(",".join([name] + ["%.12g" % v for v in values]))


def lines(epsilon, suffix):
    line("adamw" + suffix, weights_after(
        lambda g, w, kept, step, rate, decay: adam(g, w, kept, step, rate, decay, epsilon, True),
        1 / 256))
    line("adam" + suffix, weights_after(
        lambda g, w, kept, step, rate, decay: adam(g, w, kept, step, rate, decay, epsilon, False),
        1 / 256))
    line("rmsprop" + suffix, weights_after(
        lambda g, w, kept, step, rate, decay: rmsprop(g, w, kept, rate, decay, epsilon),
        1 / 512))


lines(1e-8, "")
lines(1 / 64, "-large-epsilon")
lines(1e-12, "-of-pytorch-2.13.0")
line("sgd", weights_after(
    lambda g, w, kept, step, rate, decay: sgd(g, w, kept, rate, decay, 0.9), 1 / 64))
line("sgd-without-momentum", weights_after(
    lambda g, w, kept, step, rate, decay: sgd(g, w, kept, rate, decay, 0), 1 / 64))
