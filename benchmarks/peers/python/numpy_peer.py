"""Gradients written by hand in numpy."""
import numpy as np
from serve_loop import classes, data, serve, signs


def mlp():
    x, y = data(1, [100, 2], 2), data(2, [100, 1], 2)
    p = [data(3, [2, 16]), data(4, [16]), data(5, [16, 16]), data(6, [16]), data(7, [16, 1]), data(8, [1])]

    def step():
        w1, b1, w2, b2, w3, b3 = p
        h1 = np.tanh(x @ w1 + b1)
        h2 = np.tanh(h1 @ w2 + b2)
        r = h2 @ w3 + b3 - y
        g = r * (2 / 100)
        g2 = (g @ w3.T) * (1 - h2 * h2)
        g1 = (g2 @ w2.T) * (1 - h1 * h1)
        grads = [x.T @ g1, g1.sum(0), h1.T @ g2, g2.sum(0), h2.T @ g, g.sum(0)]
        p[:] = [a - 0.1 * d for a, d in zip(p, grads)]
        return (r * r).mean()

    return step


def classifier():
    x, y = data(1, [64, 784]), classes(64, 10)
    p = [data(2, [784, 128], 0.1), data(3, [128], 0.1), data(4, [128, 10], 0.2), data(5, [10], 0.1)]

    def step():
        w1, b1, w2, b2 = p
        z = x @ w1 + b1
        h = np.maximum(z, 0)
        s = h @ w2 + b2
        s = s - s.max(1, keepdims=True)
        e = np.exp(s)
        total = e.sum(1, keepdims=True)
        g = (e / total - y) / 64
        gh = (g @ w2.T) * (z > 0)
        grads = [x.T @ gh, gh.sum(0), h.T @ g, g.sum(0)]
        p[:] = [a - 0.1 * d for a, d in zip(p, grads)]
        return -(y * (s - np.log(total))).sum() / 64

    return step


def logistic():
    x, w, s = data(1, [1000, 50], 2), data(2, [50]), signs(3, 1000)

    def step():
        z = -s * (x @ w)
        return (((-s / (1 + np.exp(-z))) / 1000) @ x)[17]

    return step


def elementwise():
    x = data(1, [1000000], 4)

    def step():
        q = x * x
        t, e = np.tanh(x), np.exp(-q)
        g = (1 - t * t) * e - 2 * x * t * e + 2 * x / (1 + q)
        return (t * e + np.log(1 + q)).sum() + g[12345]

    return step


def product(n):
    def prepare():
        a, b, c = (data(k, [n, n]) for k in (1, 2, 3))

        def step():
            # The value too: the engines compute it on the way.
            (a @ b * c).sum()
            return (c @ b.T).flat[n + 5] + (a.T @ c).flat[n + 7]

        return step

    return prepare


serve({
    "W2 step": mlp,
    "W3 step": classifier,
    "W4 grad": logistic,
    "W5 grad": elementwise,
    "W6 64": product(64),
    "W6 256": product(256),
    "W6 512": product(512),
    "W6 1024": product(1024),
})
