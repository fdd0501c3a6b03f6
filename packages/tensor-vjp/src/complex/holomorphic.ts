/** Makes elementwise holomorphic ops from f on plain numbers and one statement of the derivative for both modes. */
import { Container } from "@ndgrad/core";
import type { PrimitiveFn } from "@ndgrad/core";
import { add } from "../primitives/elementwise/arithmetic.js";
import { alignExamples } from "../primitives/batching.js";
import { expandLike, unbroadcast } from "../primitives/shape/broadcast.js";
import { zerosLike } from "../ops/create/create.js";
import { method } from "../method.js";
import { primitive } from "../primitive.js";
import { scratch } from "../scope.js";
import { broadcastShapes } from "../shape.js";
import { asNd, numberOf, shapeOf, sizeOf } from "../tensor.js";
import type { Shape, Tensor } from "../tensor.js";
import { broadcastView, asContiguous } from "../views.js";
import { Complex, conj, toComplex } from "./complex.js";
import type { ComplexLike, ComplexUnary } from "./complex.js";
import type { Cell, Meaning } from "./meanings.js";

/**
 * t·∂f/∂z from `t`, the answer and the arguments. This is the forward rule. The reverse rule multiplies by the conjugate
 * derivative: it applies this to the conjugate of `g` and conjugates the result.
 */
export type Times = (t: Complex, ans: Complex, ...zs: Complex[]) => Complex;

type Parts = readonly [re: Tensor, im: Tensor];
/** `moves[k]` says whether argument k may be differentiated: the others cost nothing in the backward pass. */
type Pairs = readonly [moves: readonly boolean[], ...parts: Tensor[]];

/** The op `name` of one argument; `times` as for `holomorphic`. */
export function holomorphicOp(name: string, f: Meaning, times: Times): ComplexUnary {
  const apply = holomorphic(name, f, times);
  return method(name, (z) => apply(z));
}

/** Applies `f` to the entries of one or two complex arguments, which broadcast; one `times` per argument. */
export function holomorphic(
  name: string,
  f: Meaning,
  ...times: readonly Times[]
): (...zs: readonly ComplexLike[]) => Complex {
  const fn: PrimitiveFn<Pairs, Parts> = primitive(`complex.${name}`, {
    compute: (_moves, ...parts): Parts => evaluate(f, parts),
    derivative: {
      vjp: ([re, im], ans, moves, ...parts) => {
        const g = conj(new Complex(re ?? zerosLike(ans[0]), im ?? zerosLike(ans[1])));
        const zs = pairParts(parts);
        const pulled = zs.flatMap((z, k): (Tensor | null)[] => {
          if (!moves[k]) return [null, null];
          const c = conj(times[k]!(g, new Complex(...ans), ...zs));
          return [unbroadcast(c.re, z.re), unbroadcast(c.im, z.im)];
        });
        return [null, ...pulled];
      },
      jvp: ([, ...ts], ans, _moves, ...parts) => {
        const zs = pairParts(parts);
        const pushed = zs.flatMap((z, k): Complex[] => {
          const [re, im] = [ts[2 * k] ?? null, ts[2 * k + 1] ?? null];
          if (re === null && im === null) return [];
          const t = new Complex(re ?? zerosLike(z.re), im ?? zerosLike(z.im));
          return [times[k]!(t, new Complex(...ans), ...zs)];
        });
        const part = (of: "re" | "im"): Tensor =>
          pushed.map((t) => expandLike(t[of], ans[0])).reduce((s, t) => add(s, t));
        return [part("re"), part("im")];
      },
    },
    batching: ([, ...batched], moves, ...parts) => fn(moves, ...alignExamples(batched, parts)),
  });
  return (...zs) => {
    const all = zs.map((z) => toComplex(z));
    const moves = all.map(({ re, im }) => isTraced(re) || isTraced(im));
    return new Complex(...fn(moves, ...all.flatMap(({ re, im }) => [re, im])));
  };
}

function isTraced(x: unknown): boolean {
  return x instanceof Container;
}

function pairParts(parts: readonly Tensor[]): Complex[] {
  return Array.from({ length: parts.length / 2 }, (_, k) => new Complex(parts[2 * k]!, parts[2 * k + 1]!));
}

function evaluate(f: Meaning, parts: readonly Tensor[]): Parts {
  const shape = broadcastShapes(...parts.map((x) => shapeOf(x)));
  const cell: Cell = { re: 0, im: 0 };
  if (shape.length === 0) {
    const [a = 0, b = 0, c = 0, d = 0] = parts.map(numberOf);
    f(cell, a, b, c, d);
    return [cell.re, cell.im];
  }
  const [re, im] = [scratch(shape), scratch(shape)];
  const [a = ZERO, b = ZERO, c = ZERO, d = ZERO] = parts.map((x) => entriesOf(x, shape));
  const n = sizeOf(shape);
  // A plain loop: it runs over every entry of every complex op.
  for (let k = 0; k < n; k++) {
    f(
      cell,
      a.data[a.offset + k * a.step]!,
      b.data[b.offset + k * b.step]!,
      c.data[c.offset + k * c.step]!,
      d.data[d.offset + k * d.step]!,
    );
    re.data[k] = cell.re;
    im.data[k] = cell.im;
  }
  return [re, im];
}

/** Entry k in row-major order is data[offset + k·step]. */
interface Entries {
  readonly data: Float64Array;
  readonly offset: number;
  readonly step: 0 | 1;
}

const ZERO: Entries = { data: new Float64Array(1), offset: 0, step: 0 };

function entriesOf(x: Tensor, shape: Shape): Entries {
  if (shapeOf(x).length === 0) return { data: Float64Array.of(numberOf(x)), offset: 0, step: 0 };
  const { data, offset } = asContiguous(broadcastView(asNd(x), shape));
  return { data, offset, step: 1 };
}
