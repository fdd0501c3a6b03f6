/** jax-js on its WebAssembly device, in float64. Argument: eager or jit. An array is freed when it is used; `.ref` keeps it. */
import {
  defaultDevice,
  grad,
  hessian,
  init,
  jacrev,
  jit,
  jvp,
  nn,
  numpy as np,
  valueAndGrad,
} from "@jax-js/jax";
import { serve } from "../../dist/peers/serve-loop.js";
import { classes, data } from "../../dist/workloads/workload.js";

await init("wasm");
defaultDevice("wasm");
const compiled = process.argv[2] === "jit" ? jit : (f) => f;

const array = (entries, shape) => np.array(entries, { dtype: np.float64 }).reshape(shape);
const tensor = (seed, shape, scale) => array(data(seed, shape, scale).data, shape);
const entry = (x, ...index) => x.slice(...index).dataSync()[0];

function chain(n) {
  return () => {
    const derivative = compiled(
      grad((x) => {
        let y = x.ref;
        for (let i = 0; i < n; i++) y = i % 3 === 0 ? y.mul(1.0001) : i % 3 === 1 ? y.add(x.ref) : np.sin(y);
        x.dispose();
        return y;
      }),
    );
    const x = np.array(0.5, { dtype: np.float64 });
    return { step: () => derivative(x.ref).dataSync()[0] };
  };
}

function descent(params, loss) {
  const both = compiled(valueAndGrad(loss));
  return {
    step() {
      const [value, gradient] = both(params.map((p) => p.ref));
      params = params.map((p, i) => p.sub(gradient[i].mul(0.1)));
      return value.dataSync()[0];
    },
  };
}

const layer = (x, w, b) => np.matmul(x, w).add(b);

function mlp() {
  const [x, y] = [tensor(1, [100, 2], 2), tensor(2, [100, 1], 2)];
  const shapes = [[2, 16], [16], [16, 16], [16], [16, 1], [1]];
  return descent(
    shapes.map((shape, i) => tensor(3 + i, shape)),
    ([w1, b1, w2, b2, w3, b3]) => {
      const h = np.tanh(layer(np.tanh(layer(x.ref, w1, b1)), w2, b2));
      return np.mean(np.square(layer(h, w3, b3).sub(y.ref)));
    },
  );
}

function classifier() {
  const [x, y] = [tensor(1, [64, 784]), array(classes(64, 10).data, [64, 10])];
  return descent(
    [tensor(2, [784, 128], 0.1), tensor(3, [128], 0.1), tensor(4, [128, 10], 0.2), tensor(5, [10], 0.1)],
    ([w1, b1, w2, b2]) => {
      const logits = layer(nn.relu(layer(x.ref, w1, b1)), w2, b2);
      return nn.logSoftmax(logits).mul(y.ref).sum().div(-64);
    },
  );
}

function logistic() {
  const [x, w] = [tensor(1, [1000, 50], 2), tensor(2, [50])];
  const sign = array(data(3, [1000]).data.map((v) => (v > 0 ? 1 : -1)), [1000]); // prettier-ignore
  const gradient = compiled(grad((v) => np.mean(nn.softplus(np.matmul(x.ref, v).mul(sign.ref).neg()))));
  return { step: () => entry(gradient(w.ref), [17, 18]) };
}

function elementwise() {
  const x = tensor(1, [1_000_000], 4);
  const both = compiled(
    valueAndGrad((v) => {
      const q = np.square(v.ref);
      return np.tanh(v).mul(np.exp(q.ref.neg())).add(np.log(q.add(1))).sum(); // prettier-ignore
    }),
  );
  return {
    step() {
      const [value, gradient] = both(x.ref);
      return value.dataSync()[0] + entry(gradient, [12345, 12346]);
    },
  };
}

function product(n) {
  return () => {
    const [a, b, c] = [1, 2, 3].map((seed) => tensor(seed, [n, n]));
    const gradient = compiled(grad(([x, y]) => np.matmul(x, y).mul(c.ref).sum()));
    return {
      step() {
        const [ga, gb] = gradient([a.ref, b.ref]);
        return entry(ga, [1, 2], [5, 6]) + entry(gb, [1, 2], [7, 8]);
      },
    };
  };
}

function lstm() {
  const inputs = Array.from({ length: 50 }, (_, t) => tensor(10 + t, [16, 16], 2));
  const [target, zero] = [tensor(1, [16, 32]), array(new Float64Array(16 * 32), [16, 32])];
  return descent(
    [tensor(2, [16, 128], 0.5), tensor(3, [32, 128], 0.5), tensor(4, [128], 0.5)],
    ([wx, wh, bias]) => {
      let [h, c] = [zero.ref, zero.ref];
      for (const x of inputs) {
        const z = np.matmul(x.ref, wx.ref).add(np.matmul(h, wh.ref)).add(bias.ref);
        const [i, f, g, o] = np.split(z, 4, 1);
        c = nn
          .sigmoid(f)
          .mul(c)
          .add(nn.sigmoid(i).mul(np.tanh(g)));
        h = nn.sigmoid(o).mul(np.tanh(c.ref));
      }
      for (const used of [wx, wh, bias, c]) used.dispose();
      return np.mean(np.square(h.sub(target.ref)));
    },
  );
}

function rosenbrock(x) {
  const [before, after] = [x.ref.slice([0, 49]), x.slice([1, 50])];
  const first = np.square(after.sub(np.square(before.ref))).mul(100);
  return first.add(np.square(before.mul(-1).add(1))).sum();
}

function rosenbrockHvp() {
  const [x, v] = [tensor(1, [50], 2), tensor(2, [50])];
  const product = compiled((y, t) => jvp(grad(rosenbrock), [y], [t])[1]);
  return { step: () => entry(product(x.ref, v.ref), [20, 21]) };
}

function rosenbrockHessian() {
  const x = tensor(1, [50], 2);
  const matrix = compiled(hessian(rosenbrock));
  return { step: () => entry(matrix(x.ref), [20, 21], [21, 22]) };
}

function networkJacobian() {
  const [w1, w2, x] = [tensor(1, [100, 100], 0.5), tensor(2, [100, 100], 0.5), tensor(3, [100])];
  const matrix = compiled(jacrev((v) => np.tanh(np.matmul(w2.ref, np.tanh(np.matmul(w1.ref, v))))));
  return { step: () => entry(matrix(x.ref), [20, 21], [21, 22]) };
}

const steps = {
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
  "W8 hvp": rosenbrockHvp,
  "W8 hessian": rosenbrockHessian,
  "W8 jacobian": networkJacobian,
};
await serve(Object.entries(steps).map(([name, prepare]) => ({ name, prepare })));
