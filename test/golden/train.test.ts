/** Replays the golden training traces: every loss on the way and every parameter at the end, to 1e-8. */
import { readFileSync } from "node:fs";
import { array, valueAndGrad } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import { adagrad, adam, rmsprop, sgd } from "@ndgrad/train";
import type { Optimizer } from "@ndgrad/train";
import { onEachBackend } from "../backends.js";
import type { Step } from "./cases.js";
import { difference } from "./compare.js";
import { argument, isStored, tensor } from "./decode.js";
import type { Stored } from "./decode.js";
import { execute } from "./run.js";

interface Settings {
  readonly name: string;
  readonly lr: number;
  readonly [option: string]: unknown;
}

interface Training {
  readonly id: string;
  readonly inputs: Readonly<Record<string, Stored>>;
  readonly params: Readonly<Record<string, Stored>>;
  readonly wrt: readonly string[];
  readonly steps: readonly Step[];
  readonly output: string;
  readonly optimizer: Settings;
  readonly batch: number;
  readonly iterations: number;
  readonly losses: readonly number[];
  readonly final: readonly Stored[];
  readonly tol?: { readonly losses?: number; readonly final?: number };
}

/** The files' names of options, in ours. */
function optimizerOf(s: Settings): Optimizer {
  const option = (name: string): number => s[name] as number;
  switch (s.name) {
    case "sgd":
      return sgd({ learningRate: s.lr });
    case "momentum":
      return sgd({ learningRate: s.lr, momentum: option("momentum"), nesterov: s["nesterov"] === true });
    case "hips_sgd":
      return sgd({ learningRate: s.lr, momentum: option("mass"), dampening: option("mass") });
    case "adam":
    case "adamw":
      return adam({
        learningRate: s.lr,
        beta1: option("beta1"),
        beta2: option("beta2"),
        eps: option("eps"),
        weightDecay: (s["weight_decay"] ?? 0) as number,
      });
    case "rmsprop":
      return rmsprop({ learningRate: s.lr, decay: option("alpha"), eps: option("eps") });
    case "hips_rmsprop":
      return rmsprop({ learningRate: s.lr, decay: option("gamma"), eps: option("eps"), initial: 1 });
    case "adagrad":
      return adagrad({ learningRate: s.lr, eps: option("eps") });
    default:
      throw new Error(`unknown optimiser ${s.name}`);
  }
}

/** Rows i·batch … of every input, round and round. */
function rowsOf(x: Stored, i: number, batch: number): Stored {
  const n = x.shape[0]!;
  const width = x.data.length / n;
  const rows = Array.from({ length: batch }, (_, k) => (i * batch + k) % n);
  return {
    ...x,
    shape: [batch, ...x.shape.slice(1)],
    data: rows.flatMap((r) => x.data.slice(r * width, (r + 1) * width)),
  };
}

function replay(c: Training): { losses: number[]; final: Tensor[] } {
  const optimizer = optimizerOf(c.optimizer);
  const lossOn =
    (inputs: Readonly<Record<string, Stored>>) =>
    (params: Readonly<Record<string, Tensor>>): number => {
      const env = new Map<string, unknown>([
        ...Object.entries(inputs).map(([name, x]) => [name, argument(x)] as const),
        ...Object.entries(params),
      ]);
      execute(c.steps, env);
      return env.get(c.output) as number;
    };
  let params = Object.fromEntries(Object.entries(c.params).map(([name, p]) => [name, tensor(p)]));
  let state = optimizer.init(params);
  const losses: number[] = [];
  for (let i = 0; i < c.iterations; i++) {
    const batch = Object.fromEntries(
      Object.entries(c.inputs).map(([name, x]) => [
        name,
        c.batch > 0 && isStored(x) ? rowsOf(x, i, c.batch) : x,
      ]),
    );
    const [loss, gradient] = valueAndGrad(lossOn(batch))(params);
    losses.push(loss);
    [params, state] = optimizer.update(gradient, state, params);
  }
  losses.push(lossOn(c.inputs)(params));
  return { losses, final: c.wrt.map((name) => params[name]!) };
}

const { cases } = JSON.parse(readFileSync(new URL("./data/train.json", import.meta.url), "utf8")) as {
  cases: Training[];
};

onEachBackend((check) => {
  check.each(cases.map((c) => [c.id, c] as const))("%s", (_id, c) => {
    const { losses, final } = replay(c);
    const rule = (tol: number) => ({ tol, accuracy: false, skipNaN: false, symmetrize: false });
    expect(
      difference(array(losses), { shape: [c.losses.length], data: c.losses }, rule(c.tol?.losses ?? 1e-8)),
    ).toBe("");
    c.final.forEach((want, k) => expect(difference(final[k], want, rule(c.tol?.final ?? 1e-8))).toBe(""));
  });
});
