import {
  add,
  array,
  at,
  cos,
  exp,
  grad,
  hvp,
  jacobian,
  jvp,
  mul,
  neg,
  odeint,
  sin,
  sub,
  sum,
  toArray,
} from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { checkGrads } from "@ndgrad/tensor-vjp/testing";

const fine = { rtol: 1e-12, atol: 1e-12 };

/** dy/dt = −k y, which is y0·exp(−k (t − t0)). */
const decay = (y: number, _t: number, k: number): number => neg(mul(k, y));

test("exponential decay has its value and derivatives in start, times and rate, at each time", () => {
  const [y0, k, ts] = [2, 0.7, [0.5, 1, 2.5]];
  const ys = odeint(decay, y0, ts, k, fine);
  const exact = ts.map((t) => y0 * Math.exp(-k * (t - 0.5)));
  exact.forEach((y, i) => expect(ys.get(i)).toBeCloseTo(y, 10));

  const last = (y: number, t: Nd, r: number): number => at(odeint(decay, y, t, r, fine), 2) as number;
  const [gy, gt, gk] = grad(last, { argnums: [0, 1, 2] })(y0, array(ts), k);
  expect(gy).toBeCloseTo(exact[2]! / y0, 9);
  expect(gk).toBeCloseTo(-2 * exact[2]!, 9);
  const slope = k * exact[2]!;
  [slope, 0, -slope].forEach((d, i) => expect(gt.get(i)).toBeCloseTo(d, 9));
});

test("both modes and second order agree with differences, for a forced pendulum with parameters in a tree", () => {
  type State = { angle: number; speed: number };
  const pendulum = ({ angle, speed }: State, t: number, p: { g: number; drive: Nd }): State => ({
    angle: speed,
    speed: sub(mul(at(p.drive, 0) as number, cos(mul(at(p.drive, 1) as number, t))), mul(p.g, sin(angle))),
  });
  const end = (angle: number, g: number, drive: Nd, t: number): number => {
    const path = odeint(pendulum, { angle, speed: 0 }, array([0, t]), { g, drive }, fine);
    return add(sum(mul(path.angle, path.angle)), at(path.speed, -1) as number);
  };
  checkGrads(end, [1, 2, array([0.5, 3]), 0.4], {
    order: 2,
    directions: 1,
    // The two modes solve two equations, each to its own error.
    tolerances: { dot: 1e-9, nestings: 1e-8, linearity: 1e-9 },
  });
});

test("the derivative in time is the slope, where the slope depends on time itself", () => {
  const f = (y: number, t: number): number => mul(y, cos(t));
  const exact = (t: number): number => Math.exp(Math.sin(t) - Math.sin(0.3));
  const y = (t: number): number => at(odeint(f, 1, array([0.3, t]), null, fine), 1) as number;
  expect(y(1.2)).toBeCloseTo(exact(1.2), 10);
  expect(grad(y)(1.2)).toBeCloseTo(exact(1.2) * Math.cos(1.2), 9);
  expect(jvp(y, [1.2], [1])[1]).toBeCloseTo(exact(1.2) * Math.cos(1.2), 9);
  const start = (t0: number): number => at(odeint(f, 1, array([t0, 1.2]), null, fine), 1) as number;
  expect(grad(start)(0.3)).toBeCloseTo(-exact(1.2) * Math.cos(0.3), 9);
});

test("times may go down, and a vector has its matrix exponential for Jacobian", () => {
  // A rotation by −1: the exponential of [[0, 1], [−1, 0]] t at t = −1.
  const turn = (y: Tensor): Tensor => array([at(y, 1), neg(at(y, 0) as number)]);
  const flow = (y: Tensor): Tensor => at(odeint(turn, y, [1, 0], null, fine), 1);
  const [c, s] = [Math.cos(1), Math.sin(1)];
  const rows = toArray(jacobian(flow)(array([0.2, 0.4]))) as number[][];
  [[c, -s], [s, c]].forEach((row, i) => row.forEach((v, j) => expect(rows[i]![j]).toBeCloseTo(v, 9))); // prettier-ignore
});

test("hvp of a loss over a decay is exact", () => {
  const loss = (k: number): number => at(odeint(decay, 1, [0, 2], k, fine), 1) as number;
  expect(hvp(loss)(0.3, 1)).toBeCloseTo(4 * Math.exp(-0.6), 8);
});

test("what can't be integrated is refused, with the remedy", () => {
  expect(() => odeint(decay, 1, [0, 2, 1], 1)).toThrow("odeint: expected finite times in order, got 1 at position 2. Sort them up or down."); // prettier-ignore
  expect(() => odeint(decay, 1, array([[0, 1]]), 1)).toThrow("odeint: expected a vector of times, got [1,2]. Give the time of y0 first."); // prettier-ignore
  expect(() => odeint((y: Tensor) => at(y, [0]), array([1, 2]), [0, 1], null)).toThrow("odeint: expected a slope of the form of y0 (2 entries), got 1 entries."); // prettier-ignore
  const blowUp = (y: number): number => mul(y, y);
  expect(() => odeint(blowUp, 1, [0, 2], null)).toThrow(/^odeint: expected to reach the last time, got a step of .* at t = 1\.\d/); // prettier-ignore
  expect(() => odeint(decay, 1, [0, 1e4], 50, { maxSteps: 10 })).toThrow("got 10 steps at t =");
  const closing = (k: number): number =>
    at(
      odeint((y: number) => mul(k, y), 1, [0, 1], null),
      1,
    ) as number;
  expect(() => grad(closing)(1)).toThrow("odeint: expected a slope made from y, t and params, got one that holds another traced value. Put it into params."); // prettier-ignore
  expect(() => odeint((y: number) => exp(mul(y, NaN)), 1, [0, 1], null)).toThrow(
    "got a step of NaN at t = 0",
  );
});
