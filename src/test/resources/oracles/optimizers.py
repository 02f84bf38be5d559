# Weights of a softmax regression after 50 steps of each optimizer, and the rates
# of a one-cycle schedule, as PyTorch has them in double precision.
#
#   python3 optimizers.py > optimizers.csv      (PyTorch 2.13.0, CPU)
#
# EngineContract trains the same regression, SchedulesTest asks the same rates.
# The decays and rates are such that single precision holds them exactly: of the usual
# 0.999, 1 - 0.999 is off by a hundred-thousandth there, and so is the step. With an
# epsilon of 1e-8 nobody sees where it is added; with a large one, everybody does.
import math
import struct

import torch

SAMPLES, INPUTS, CLASSES, STEPS, DECAY = 8, 4, 3, 50, 1 / 16
BETAS = (0.875, 1 - 1 / 1024)


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def tensor(values, **options):
    return torch.tensor(values, dtype=torch.float64, **options)


def weights_after(make, rate):
    w = tensor([[single(math.cos(i + 2 * c)) for c in range(CLASSES)]
                for i in range(INPUTS)], requires_grad=True)
    b = tensor([single(0.1 * c) for c in range(CLASSES)], requires_grad=True)
    # as everywhere in this project, biases do not decay
    optimizer = make([{"params": [w], "weight_decay": DECAY},
                      {"params": [b], "weight_decay": 0}])
    for step in range(STEPS):
        x = tensor([[single(math.sin(1 + 3 * n + 5 * i + 7 * step)) for i in range(INPUTS)]
                    for n in range(SAMPLES)])
        y = torch.tensor([(n * 7 + step) % CLASSES for n in range(SAMPLES)])
        for group in optimizer.param_groups:
            group["lr"] = rate * (1 + step % 5)
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(x @ w + b, y).backward()
        optimizer.step()
    return w.flatten().tolist() + b.tolist()


def one_cycle(steps):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1.0, total_steps=steps,
                                                   cycle_momentum=False)
    rates = []
    for step in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step < steps - 1:
            schedule.step()
    return rates


def line(name, values):
    print(",".join([name] + ["%.12g" % v for v in values]))


o = torch.optim
line("adamw", weights_after(lambda g: o.AdamW(g, betas=BETAS, eps=1e-8), 1 / 256))
line("adam", weights_after(lambda g: o.Adam(g, betas=BETAS, eps=1e-8), 1 / 256))
line("sgd", weights_after(lambda g: o.SGD(g, lr=1, momentum=0.9, nesterov=True), 1 / 64))
line("sgd-without-momentum", weights_after(lambda g: o.SGD(g, lr=1), 1 / 64))
line("rmsprop", weights_after(lambda g: o.RMSprop(g, alpha=1 - 1 / 64, eps=1e-8), 1 / 512))
line("adamw-large-epsilon", weights_after(lambda g: o.AdamW(g, betas=BETAS, eps=1 / 64), 1 / 256))
line("adam-large-epsilon", weights_after(lambda g: o.Adam(g, betas=BETAS, eps=1 / 64), 1 / 256))
line("rmsprop-large-epsilon", weights_after(
    lambda g: o.RMSprop(g, alpha=1 - 1 / 64, eps=1 / 64), 1 / 512))
line("one-cycle", one_cycle(20))
