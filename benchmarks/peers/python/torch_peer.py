"""PyTorch, eager, float64, one thread."""
import torch
from torch.autograd import functional, grad
from torch.nn.functional import log_softmax, softplus
from serve_loop import classes, data, serve, signs

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def tensor(*args):
    return torch.from_numpy(data(*args))


def chain(n):
    def prepare():
        def step():
            x = torch.tensor(0.5, requires_grad=True)
            y = x
            for i in range(n):
                y = y * 1.0001 if i % 3 == 0 else y + x if i % 3 == 1 else torch.sin(y)
            return grad(y, x)[0].item()

        return step

    return prepare


def descent(params, loss):
    """A step of gradient descent, as a training loop writes it."""
    for p in params:
        p.requires_grad_()

    def step():
        value = loss(*params)
        grads = grad(value, params)
        with torch.no_grad():
            for p, g in zip(params, grads):
                p.sub_(g, alpha=0.1)
        return value.item()

    return step


def mlp():
    x, y = tensor(1, [100, 2], 2), tensor(2, [100, 1], 2)
    params = [tensor(3, [2, 16]), tensor(4, [16]), tensor(5, [16, 16]), tensor(6, [16]), tensor(7, [16, 1]), tensor(8, [1])]

    def loss(w1, b1, w2, b2, w3, b3):
        h = torch.tanh(torch.tanh(x @ w1 + b1) @ w2 + b2)
        return ((h @ w3 + b3 - y) ** 2).mean()

    return descent(params, loss)


def classifier():
    x, y = tensor(1, [64, 784]), torch.from_numpy(classes(64, 10))
    params = [tensor(2, [784, 128], 0.1), tensor(3, [128], 0.1), tensor(4, [128, 10], 0.2), tensor(5, [10], 0.1)]

    def loss(w1, b1, w2, b2):
        return -(log_softmax(torch.relu(x @ w1 + b1) @ w2 + b2, 1) * y).sum() / 64

    return descent(params, loss)


def logistic():
    x, w, s = tensor(1, [1000, 50], 2), tensor(2, [50]).requires_grad_(), torch.from_numpy(signs(3, 1000))
    # softplus with torch's default threshold is linear above 20: the arguments here stay below.
    return lambda: grad(softplus(-s * (x @ w)).mean(), w)[0][17].item()


def elementwise():
    x = tensor(1, [1000000], 4).requires_grad_()

    def step():
        q = x * x
        value = (torch.tanh(x) * torch.exp(-q) + torch.log(1 + q)).sum()
        return value.item() + grad(value, x)[0][12345].item()

    return step


def product(n):
    def prepare():
        a, b, c = (tensor(k, [n, n]) for k in (1, 2, 3))
        a.requires_grad_()
        b.requires_grad_()

        def step():
            ga, gb = grad((a @ b * c).sum(), (a, b))
            return ga[1, 5].item() + gb[1, 7].item()

        return step

    return prepare


def lstm():
    inputs = [tensor(10 + t, [16, 16], 2) for t in range(50)]
    target, zero = tensor(1, [16, 32]), torch.zeros(16, 32)
    params = [tensor(2, [16, 128], 0.5), tensor(3, [32, 128], 0.5), tensor(4, [128], 0.5)]

    def loss(wx, wh, bias):
        h = c = zero
        for x in inputs:
            i, f, g, o = (x @ wx + h @ wh + bias).chunk(4, 1)
            c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
            h = torch.sigmoid(o) * torch.tanh(c)
        return ((h - target) ** 2).mean()

    return descent(params, loss)


def rosenbrock(x):
    return (100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2).sum()


def hvp():
    x, v = tensor(1, [50], 2), tensor(2, [50])
    return lambda: functional.hvp(rosenbrock, x, v)[1][20].item()


def hessian():
    x = tensor(1, [50], 2)
    return lambda: functional.hessian(rosenbrock, x)[20, 21].item()


def jacobian():
    w1, w2, x = tensor(1, [100, 100], 0.5), tensor(2, [100, 100], 0.5), tensor(3, [100])
    return lambda: functional.jacobian(lambda v: torch.tanh(w2 @ torch.tanh(w1 @ v)), x)[20, 21].item()


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
    "W8 hessian": hessian,
    "W8 jacobian": jacobian,
    "W9 1e5": chain(100_000),
    "W9 1e6": chain(1_000_000),
})
