import fc from "fast-check";
import { seeded } from "@ndgrad/check";
import * as nd from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import { checkGrads } from "@ndgrad/tensor-vjp/testing";
import ndarray from "ndarray";
import { onEachBackend } from "../backends.js";
import { choices, isDeep, runs } from "./runs.js";

type Step = (pool: readonly Tensor[], pick: (list: readonly number[]) => number) => Tensor;

/** Smooth ops whose values stay small however often they are applied. All tensors broadcast with each other. */
const steps: readonly Step[] = [
  ([x, y]) => nd.tanh(nd.add(x!, y!)),
  ([x, y]) => nd.mul(0.7, nd.sub(x!, y!)),
  ([x, y]) => nd.tanh(nd.mul(x!, y!)),
  ([x, y]) => nd.div(x!, nd.add(2, nd.square(y!))),
  ([x]) => nd.sin(x!),
  ([x]) => nd.exp(nd.neg(nd.square(x!))),
  ([x]) => nd.log1p(nd.square(x!)),
  ([x]) => nd.sigmoid(x!),
  ([x]) => nd.mean(x!),
  ([x]) => nd.mean(nd.atleast2d(x!), { axis: 0, keepdims: true }),
  ([x]) => nd.softmax(nd.atleast2d(x!)),
  ([x]) => nd.flip(nd.broadcastTo(x!, [2, 3])),
  ([x, y]) => nd.mul(0.3, nd.matmul(nd.broadcastTo(x!, [2, 3]), nd.matmul(nd.transpose(nd.broadcastTo(y!, [2, 3])), nd.broadcastTo(x!, [2, 3])))), // prettier-ignore
  ([x], pick) => nd.at(nd.broadcastTo(x!, [2, 3]), pick([0, 1])),
  ([x, y]) => nd.tanh(nd.logaddexp(x!, y!)),
]; // prettier-ignore

onEachBackend((check) => {
  check(
    "random programs of 5 to 50 steps with fan-out have the derivatives of both modes and of differences",
    () => {
      const property = fc.property(fc.gen(), fc.nat(), (g, seed) => {
        const choose = choices(g);
        const random = seeded(seed);
        const length = choose.int(5, 50);
        const plan = Array.from({ length }, (_, i) => ({
          step: choose.pick(steps),
          inputs: [choose.int(0, i + 2), choose.int(0, i + 2)],
          which: choose.int(0, 99),
        }));
        const program = (...xs: Tensor[]): Tensor => {
          const pool = [...xs];
          for (const { step, inputs, which } of plan)
        pool.push(step(inputs.map((i) => pool[i]!), (list) => list[which % list.length]!)); // prettier-ignore
          return nd.add(nd.sum(nd.square(pool.at(-1)!)), nd.mean(pool.at(-3)!));
        };
        const array = (...shape: number[]) =>
          ndarray(
            Float64Array.from({ length: shape.reduce((p, n) => p * n, 1) }, () => 2 * random() - 1),
            shape,
          );
        const inputs = [random(), array(3), array(2, 3)];
        checkGrads(program, inputs, { order: isDeep ? 2 : 1, directions: 1, seed });
      });
      fc.assert(property, runs(30, 1000));
    },
  );
});
