"""HIPS autograd: numpy under a tracer, which is how this library works too."""
import autograd.numpy as np
from autograd import grad, hessian, hessian_vector_product, jacobian, value_and_grad
from serve_loop import classes, data, serve, signs


def sigmoid(x):
    return 0.5 * (np.tanh(x / 2) + 1)


def chain(n):
    def prepare():
        def f(x):
            y = x
            for i in range(n):
                y = y * 1.0001 if i % 3 == 0 else y + x if i % 3 == 1 else np.sin(y)
            return y

        derivative = grad(f)
        return lambda: derivative(0.5)

    return prepare


def descent(params, loss):
    both = value_and_grad(loss)
    state = [params]

    def step():
        value, grads = both(state[0])
        state[0] = [p - 0.1 * g for p, g in zip(state[0], grads)]
        return value

    return step


def mlp():
    x, y = data(1, [100, 2], 2), data(2, [100, 1], 2)

    def loss(p):
        w1, b1, w2, b2, w3, b3 = p
        h = np.tanh(np.dot(np.tanh(np.dot(x, w1) + b1), w2) + b2)
        return np.mean((np.dot(h, w3) + b3 - y) ** 2)

    return descent([data(3, [2, 16]), data(4, [16]), data(5, [16, 16]), data(6, [16]), data(7, [16, 1]), data(8, [1])], loss)


def classifier():
    x, y = data(1, [64, 784]), classes(64, 10)

    def loss(p):
        w1, b1, w2, b2 = p
        z = np.dot(np.maximum(np.dot(x, w1) + b1, 0), w2) + b2
        z = z - np.max(z, axis=1, keepdims=True)
        return -np.sum((z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))) * y) / 64

    return descent([data(2, [784, 128], 0.1), data(3, [128], 0.1), data(4, [128, 10], 0.2), data(5, [10], 0.1)], loss)


def logistic():
    x, w, s = data(1, [1000, 50], 2), data(2, [50]), signs(3, 1000)
    gradient = grad(lambda v: np.mean(np.logaddexp(0, -s * np.dot(x, v))))
    return lambda: gradient(w)[17]


def elementwise():
    x = data(1, [1000000], 4)

    def f(v):
        q = v * v
        return np.sum(np.tanh(v) * np.exp(-q) + np.log(1 + q))

    both = value_and_grad(f)

    def step():
        value, g = both(x)
        return value + g[12345]

    return step


def product(n):
    def prepare():
        a, b, c = (data(k, [n, n]) for k in (1, 2, 3))
        gradient = grad(lambda p: np.sum(np.dot(p[0], p[1]) * c))

        def step():
            ga, gb = gradient([a, b])
            return ga[1, 5] + gb[1, 7]

        return step

    return prepare


def lstm():
    inputs = [data(10 + t, [16, 16], 2) for t in range(50)]
    target, zero = data(1, [16, 32]), np.zeros((16, 32))

    def loss(p):
        wx, wh, bias = p
        h = c = zero
        for x in inputs:
            z = np.dot(x, wx) + np.dot(h, wh) + bias
            i, f, g, o = z[:, :32], z[:, 32:64], z[:, 64:96], z[:, 96:]
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
        return np.mean((h - target) ** 2)

    return descent([data(2, [16, 128], 0.5), data(3, [32, 128], 0.5), data(4, [128], 0.5)], loss)


def rosenbrock(x):
    return np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)


def hvp():
    x, v = data(1, [50], 2), data(2, [50])
    times = hessian_vector_product(rosenbrock)
    return lambda: times(x, v)[20]


def full_hessian():
    x = data(1, [50], 2)
    matrix = hessian(rosenbrock)
    return lambda: matrix(x)[20, 21]


def network_jacobian():
    w1, w2, x = data(1, [100, 100], 0.5), data(2, [100, 100], 0.5), data(3, [100])
    matrix = jacobian(lambda v: np.tanh(np.dot(w2, np.tanh(np.dot(w1, v)))))
    return lambda: matrix(x)[20, 21]


serve({
    "W1 grad": chain(1000),
    "W2 step": mlp,
    "W3 step": classifier,
    "W4 grad": logistic,
    "W5 grad": elementwise,
    "W6 64": product(64),
    "W6 256": product(256),
    "W6 512": product(512),
    "W6 1024": product(1024),
    "W7 step": lstm,
    "W8 hvp": hvp,
    "W8 hessian": full_hessian,
    "W8 jacobian": network_jacobian,
    "W9 1e5": chain(100_000),
    "W9 1e6": chain(1_000_000),
})
