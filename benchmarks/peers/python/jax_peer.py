"""JAX, compiled by jit, float64, one thread."""
import os

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax  # after the flags, which it reads when it starts
import jax.numpy as np
from jax import grad, hessian, jacrev, jit, jvp, lax, value_and_grad
from serve_loop import classes, data, serve, signs

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")


def tensor(*args):
    return np.asarray(data(*args))


def chain(n):
    def prepare():
        def f(x):
            y = x
            for i in range(n):
                y = y * 1.0001 if i % 3 == 0 else y + x if i % 3 == 1 else np.sin(y)
            return y

        derivative = jit(grad(f))
        return lambda: float(derivative(0.5))

    return prepare


def descent(params, loss):
    both = value_and_grad(loss)
    state = [params]

    @jit
    def update(params):
        value, grads = both(params)
        return value, [p - 0.1 * g for p, g in zip(params, grads)]

    def step():
        value, state[0] = update(state[0])
        jax.block_until_ready(state[0])
        return float(value)

    return step


def mlp():
    x, y = tensor(1, [100, 2], 2), tensor(2, [100, 1], 2)

    def loss(p):
        w1, b1, w2, b2, w3, b3 = p
        h = np.tanh(np.tanh(x @ w1 + b1) @ w2 + b2)
        return np.mean((h @ w3 + b3 - y) ** 2)

    return descent([tensor(3, [2, 16]), tensor(4, [16]), tensor(5, [16, 16]), tensor(6, [16]), tensor(7, [16, 1]), tensor(8, [1])], loss)


def classifier():
    x, y = tensor(1, [64, 784]), np.asarray(classes(64, 10))

    def loss(p):
        w1, b1, w2, b2 = p
        return -np.sum(jax.nn.log_softmax(jax.nn.relu(x @ w1 + b1) @ w2 + b2) * y) / 64

    return descent([tensor(2, [784, 128], 0.1), tensor(3, [128], 0.1), tensor(4, [128, 10], 0.2), tensor(5, [10], 0.1)], loss)


def logistic():
    x, w, s = tensor(1, [1000, 50], 2), tensor(2, [50]), np.asarray(signs(3, 1000))
    gradient = jit(grad(lambda v: np.mean(jax.nn.softplus(-s * (x @ v)))))
    return lambda: float(gradient(w)[17])


def elementwise():
    x = tensor(1, [1000000], 4)

    def f(v):
        q = v * v
        return np.sum(np.tanh(v) * np.exp(-q) + np.log(1 + q))

    both = jit(value_and_grad(f))

    def step():
        value, g = both(x)
        return float(value) + float(g[12345])

    return step


def product(n):
    def prepare():
        a, b, c = (tensor(k, [n, n]) for k in (1, 2, 3))
        gradient = jit(grad(lambda a, b: np.sum(a @ b * c), (0, 1)))

        def step():
            ga, gb = gradient(a, b)
            return float(ga[1, 5]) + float(gb[1, 7])

        return step

    return prepare


def lstm():
    inputs = np.stack([tensor(10 + t, [16, 16], 2) for t in range(50)])
    target, zero = tensor(1, [16, 32]), np.zeros((16, 32))

    def loss(p):
        wx, wh, bias = p

        def cell(state, x):
            h, c = state
            i, f, g, o = np.split(x @ wx + h @ wh + bias, 4, axis=1)
            c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * np.tanh(g)
            return (jax.nn.sigmoid(o) * np.tanh(c), c), None

        (h, _), _ = lax.scan(cell, (zero, zero), inputs)
        return np.mean((h - target) ** 2)

    return descent([tensor(2, [16, 128], 0.5), tensor(3, [32, 128], 0.5), tensor(4, [128], 0.5)], loss)


def rosenbrock(x):
    return np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)


def hvp():
    x, v = tensor(1, [50], 2), tensor(2, [50])
    times = jit(lambda x, v: jvp(grad(rosenbrock), (x,), (v,))[1])
    return lambda: float(times(x, v)[20])


def full_hessian():
    x = tensor(1, [50], 2)
    matrix = jit(hessian(rosenbrock))
    return lambda: float(matrix(x)[20, 21])


def network_jacobian():
    w1, w2, x = tensor(1, [100, 100], 0.5), tensor(2, [100, 100], 0.5), tensor(3, [100])
    matrix = jit(jacrev(lambda v: np.tanh(w2 @ np.tanh(w1 @ v))))
    return lambda: float(matrix(x)[20, 21])


# W9 is for engines that record as they run: a program of 1e5 operations is too long to compile.
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
})
