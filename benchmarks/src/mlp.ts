/** One gradient of a small network, compared with the same arithmetic in hand-written loops. */
import { add, array, grad, matmul, mean, random, square, sub, tanh } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { medians } from "./timing.js";
import type { Figure } from "./timing.js";

const [BATCH, IN, HIDDEN] = [64, 16, 32];

interface Params {
  readonly w1: Nd;
  readonly b1: Nd;
  readonly w2: Nd;
  readonly b2: Nd;
}

function draw(seed: number, shape: number[]): Nd {
  return random.normal(random.key(seed), shape) as Nd;
}

const params: Params = {
  w1: draw(1, [IN, HIDDEN]),
  b1: draw(2, [HIDDEN]),
  w2: draw(3, [HIDDEN, 1]),
  b2: array([0.1]),
};
const x = draw(4, [BATCH, IN]);
const y = draw(5, [BATCH, 1]);

function loss({ w1, b1, w2, b2 }: Params): number {
  const hidden = tanh(add(matmul(x, w1), b1));
  return mean(square(sub(add(matmul(hidden, w2), b2), y)));
}

/** The same gradients by hand: row-major float64 loops into fresh arrays. */
function byHand(p: Params): Record<keyof Params, Float64Array> {
  const [w1, b1, w2, b2] = [p.w1.data, p.b1.data, p.w2.data, p.b2.data];
  const hidden = new Float64Array(BATCH * HIDDEN);
  const d = {
    w1: new Float64Array(IN * HIDDEN),
    b1: new Float64Array(HIDDEN),
    w2: new Float64Array(HIDDEN),
    b2: new Float64Array(1),
  };
  for (let n = 0; n < BATCH; n++) {
    const row = n * HIDDEN;
    for (let j = 0; j < HIDDEN; j++) hidden[row + j] = b1[j]!;
    for (let i = 0; i < IN; i++) {
      const xi = x.data[n * IN + i]!;
      for (let j = 0; j < HIDDEN; j++) hidden[row + j]! += xi * w1[i * HIDDEN + j]!;
    }
    let out = b2[0]!;
    for (let j = 0; j < HIDDEN; j++) {
      hidden[row + j] = Math.tanh(hidden[row + j]!);
      out += hidden[row + j]! * w2[j]!;
    }
    const g = (2 / BATCH) * (out - y.data[n]!);
    d.b2[0]! += g;
    const back = new Float64Array(HIDDEN);
    for (let j = 0; j < HIDDEN; j++) {
      const h = hidden[row + j]!;
      d.w2[j]! += g * h;
      back[j] = g * w2[j]! * (1 - h * h);
      d.b1[j]! += back[j]!;
    }
    for (let i = 0; i < IN; i++) {
      const xi = x.data[n * IN + i]!;
      for (let j = 0; j < HIDDEN; j++) d.w1[i * HIDDEN + j]! += xi * back[j]!;
    }
  }
  return d;
}

export function mlpFigures(): Figure[] {
  const gradient = grad(loss);
  const [ours, hand] = [gradient(params), byHand(params)];
  for (const name of ["w1", "b1", "w2", "b2"] as const)
    hand[name].forEach((v, i) => {
      if (Math.abs(v - ours[name].data[i]!) > 1e-12)
        throw new Error(`${name}[${i}]: ours ${ours[name].data[i]}, by hand ${v}`);
    });
  const [engine, loops] = medians([
    { name: "engine", run: () => gradient(params) },
    { name: "loops", run: () => byHand(params) },
  ]) as [number, number];
  return [
    {
      what: `gradient of an MLP ${IN}-${HIDDEN}-1, batch ${BATCH}`,
      measured: engine / loops,
      limit: 1.5,
      unit: "x",
      against: `hand-written loops ${(loops / 1e3).toFixed(0)} us`,
    },
  ];
}
