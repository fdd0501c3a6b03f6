/** What the tests of batching compare with: a loop over the examples. */
import { at, cos, grad, jvp, mul, stack, sum, vmap } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import { listed, random } from "../ops/directions.js";

type Program = (...xs: Tensor[]) => Tensor;

const SIZE = 3;

/**
 * `f` mapped over a batch of arguments of `shapes` equals the loop over its examples, whichever of the arguments are
 * mapped: its answers, its gradients and directional derivatives inside and outside of the map, and nested.
 */
export function expectMapped(f: Program, ...shapes: readonly (readonly number[])[]): void {
  for (let some = 1; some < 2 ** shapes.length; some++) {
    const flags = shapes.map((_, i) => (some >> i) % 2 === 1);
    const inAxes = flags.map((isMapped) => (isMapped ? 0 : null));
    const xs = shapes.map((shape, i) => random(flags[i] ? [SIZE, ...shape] : shape, 10 * some + i));
    const looped = over(flags, f);
    const mapped: Program = (...ys) => vmap(f, { inAxes })(...ys);
    expectClose(mapped(...xs), looped(...xs));

    const argnums = shapes.map((_, i) => i);
    const loss =
      (g: Program) =>
      (...ys: Tensor[]) => {
        const y = g(...ys);
        return sum(mul(mul(y, y), cos(y)));
      };
    const gradient = (g: Program) => grad(loss(g), { argnums });
    const outside = gradient(mapped)(...xs);
    gradient(looped)(...xs).forEach((want, i) => expectClose(outside[i]!, want));
    argnums.forEach((i) => {
      const inside: Program = (...ys) => gradient(f)(...ys)[i]!;
      expectClose(vmap(inside, { inAxes })(...xs), over(flags, inside)(...xs));
      const twice: Program = (...ys) => grad((...zs: Tensor[]) => sum(mul(inside(...zs), 2)), { argnums })(...ys)[i]!; // prettier-ignore
      expectClose(vmap(twice, { inAxes })(...xs), over(flags, twice)(...xs));
    });
    const ts = xs.map((x, i) => random(typeof x === "number" ? [] : x.shape, 500 + i));
    expectClose(jvp(mapped, xs, ts)[1], jvp(looped, xs, ts)[1]);

    const nested = shapes.map((shape, i) => random(flags[i] ? [2, SIZE, ...shape] : [2, ...shape], 900 + i));
    const rows = over(flags.map(() => true), looped)(...nested); // prettier-ignore
    expectClose(vmap(mapped)(...nested), rows);
  }
}

/** The loop. */
function over(flags: readonly boolean[], f: Program): Program {
  return (...xs) => {
    const first = xs[flags.indexOf(true)]!;
    const size = typeof first === "number" ? 0 : first.shape[0]!;
    return stack(Array.from({ length: size }, (_, n) => f(...xs.map((x, i) => (flags[i] ? at(x, n) : x)))));
  };
}

/** Sums are taken in other orders: some ulps. */
function expectClose(got: Tensor, want: Tensor): void {
  const [a, b] = [numbers(got), numbers(want)];
  expect(typeof got === "number" ? [] : got.shape).toEqual(typeof want === "number" ? [] : want.shape);
  const scale = 1 + Math.max(0, ...b.map(Math.abs));
  a.forEach((v, k) => expect(Math.abs(v - b[k]!) / scale).toBeLessThan(1e-12));
}

function numbers(x: Tensor): number[] {
  return [listed(x)].flat(Infinity) as number[];
}
