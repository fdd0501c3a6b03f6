/** TensorFlow.js, which has float32 only. Argument: its backend, cpu or wasm. */
import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs";
import { serve } from "../../dist/peers/serve-loop.js";
import { classes, data } from "../../dist/workloads/workload.js";

await tf.setBackend(process.argv[2]);
await tf.ready();

const tensor = (seed, shape, scale) => tf.tensor(Float32Array.from(data(seed, shape, scale).data), shape);

/** Runs `f`, frees what it allocated, and returns the first number of its result. */
const read = (f) => () => tf.tidy(() => f().dataSync()[0]);

function chain(n) {
  return () => {
    const derivative = tf.grad((x) => {
      let y = x;
      for (let i = 0; i < n; i++)
        y = i % 3 === 0 ? tf.mul(y, 1.0001) : i % 3 === 1 ? tf.add(y, x) : tf.sin(y);
      return y;
    });
    const x = tf.scalar(0.5);
    return { step: read(() => derivative(x)) };
  };
}

function descent(params, loss) {
  const variables = params.map((p) => tf.variable(p));
  return {
    step: () =>
      tf.tidy(() => {
        const { value, grads } = tf.variableGrads(() => loss(...variables), variables);
        for (const v of variables) v.assign(tf.sub(v, tf.mul(grads[v.name], 0.1)));
        return value.dataSync()[0];
      }),
  };
}

const layer = (x, w, b) => tf.add(tf.matMul(x, w), b);

function mlp() {
  const [x, y] = [tensor(1, [100, 2], 2), tensor(2, [100, 1], 2)];
  const shapes = [[2, 16], [16], [16, 16], [16], [16, 1], [1]];
  return descent(
    shapes.map((shape, i) => tensor(3 + i, shape)),
    (w1, b1, w2, b2, w3, b3) => {
      const h = tf.tanh(layer(tf.tanh(layer(x, w1, b1)), w2, b2));
      return tf.mean(tf.square(tf.sub(layer(h, w3, b3), y)));
    },
  );
}

function classifier() {
  const x = tensor(1, [64, 784]);
  const y = tf.tensor(Float32Array.from(classes(64, 10).data), [64, 10]);
  const params = [
    tensor(2, [784, 128], 0.1),
    tensor(3, [128], 0.1),
    tensor(4, [128, 10], 0.2),
    tensor(5, [10], 0.1),
  ];
  return descent(params, (w1, b1, w2, b2) => {
    const logits = layer(tf.relu(layer(x, w1, b1)), w2, b2);
    return tf.neg(tf.div(tf.sum(tf.mul(tf.logSoftmax(logits), y)), 64));
  });
}

function logistic() {
  const [x, w] = [tensor(1, [1000, 50], 2), tensor(2, [50, 1])];
  const sign = tf.tensor(
    Float32Array.from(data(3, [1000]).data, (v) => (v > 0 ? 1 : -1)),
    [1000, 1],
  );
  const gradient = tf.grad((v) => tf.mean(tf.softplus(tf.neg(tf.mul(sign, tf.matMul(x, v))))));
  return { step: () => tf.tidy(() => gradient(w).dataSync()[17]) };
}

function elementwise() {
  const x = tensor(1, [1_000_000], 4);
  const both = tf.valueAndGrad((v) => {
    const q = tf.square(v);
    return tf.sum(tf.add(tf.mul(tf.tanh(v), tf.exp(tf.neg(q))), tf.log(tf.add(q, 1))));
  });
  return {
    step: () =>
      tf.tidy(() => {
        const { value, grad } = both(x);
        return value.dataSync()[0] + grad.dataSync()[12345];
      }),
  };
}

function product(n) {
  return () => {
    const [a, b, c] = [1, 2, 3].map((seed) => tensor(seed, [n, n]));
    const gradient = tf.grads((x, y) => tf.sum(tf.mul(tf.matMul(x, y), c)));
    return {
      step: () =>
        tf.tidy(() => {
          const [ga, gb] = gradient([a, b]);
          return ga.dataSync()[n + 5] + gb.dataSync()[n + 7];
        }),
    };
  };
}

function lstm() {
  const inputs = Array.from({ length: 50 }, (_, t) => tensor(10 + t, [16, 16], 2));
  const [target, zero] = [tensor(1, [16, 32]), tf.zeros([16, 32])];
  return descent(
    [tensor(2, [16, 128], 0.5), tensor(3, [32, 128], 0.5), tensor(4, [128], 0.5)],
    (wx, wh, bias) => {
      let [h, c] = [zero, zero];
      for (const x of inputs) {
        const [i, f, g, o] = tf.split(tf.add(tf.add(tf.matMul(x, wx), tf.matMul(h, wh)), bias), 4, 1);
        c = tf.add(tf.mul(tf.sigmoid(f), c), tf.mul(tf.sigmoid(i), tf.tanh(g)));
        h = tf.mul(tf.sigmoid(o), tf.tanh(c));
      }
      return tf.mean(tf.square(tf.sub(h, target)));
    },
  );
}

const rosenbrock = (x) => {
  const [before, after] = [tf.slice(x, 0, 49), tf.slice(x, 1, 49)];
  const rise = tf.mul(tf.square(tf.sub(after, tf.square(before))), 100);
  return tf.sum(tf.add(rise, tf.square(tf.sub(1, before))));
};

/** Reverse over reverse: there is no forward mode. */
const rosenbrockProduct = tf.grads((x, v) => tf.sum(tf.mul(tf.grad(rosenbrock)(x), v)));

function hvp() {
  const [x, v] = [tensor(1, [50], 2), tensor(2, [50])];
  return { step: () => tf.tidy(() => rosenbrockProduct([x, v])[0].dataSync()[20]) };
}

const basis = (n, shape) =>
  Array.from({ length: n }, (_, i) =>
    tf.tensor(
      Float32Array.from({ length: n }, (_, j) => +(i === j)),
      shape,
    ),
  );

/** A Jacobian, row by row. */
const rows = (vectors, row) => tf.stack(vectors.map(row));

function hessian() {
  const [x, vectors] = [tensor(1, [50], 2), basis(50, [50])];
  return {
    step: () => tf.tidy(() => rows(vectors, (v) => rosenbrockProduct([x, v])[0]).dataSync()[20 * 50 + 21]),
  };
}

function jacobian() {
  const [w1, w2, x] = [tensor(1, [100, 100], 0.5), tensor(2, [100, 100], 0.5), tensor(3, [100, 1])];
  const vectors = basis(100, [100, 1]);
  const pull = tf.grad((v) => tf.tanh(tf.matMul(w2, tf.tanh(tf.matMul(w1, v)))));
  return { step: () => tf.tidy(() => rows(vectors, (g) => pull(x, g)).dataSync()[20 * 100 + 21]) };
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
  "W8 hvp": hvp,
  "W8 hessian": hessian,
  "W8 jacobian": jacobian,
  "W9 1e5": chain(1e5),
  "W9 1e6": chain(1e6),
};
await serve(Object.entries(steps).map(([name, prepare]) => ({ name, prepare })));
