/** vmap: a function of one example, applied to a batch of them. */
import { ValueError } from "./errors.js";
import { plainArraySpace } from "./batched-arrays.js";
import { moveaxis } from "./ops/shape/transpose.js";
import type { Nd, Tensor } from "./tensor.js";
import { batch, flatten } from "./transforms.js";

/** An argument of a mapped function: it has one axis more than the function sees, or is the same for all examples. */
type Mapped<X> = X extends number ? Tensor : X;
/** What a mapped function returns: numbers become arrays. */
type Stacked<R> = number extends R ? Nd : R;

export interface VmapOptions {
  /** The axis of the examples, one for all arguments or one for each; `null` for an argument that is the same for all. */
  readonly inAxes?: number | null | readonly (number | null)[];
  /** The axis of the examples in the result. */
  readonly outAxes?: number;
}

/**
 * `f`, written for one example, applied to a batch. Every tensor in a mapped argument has an axis of examples; every tensor
 * of the result gets one at `outAxes`. Composes with grad, jvp and itself.
 * Throws ValueError unless `inAxes` has one entry per argument.
 *
 * @example
 * vmap(grad(loss), { inAxes: [null, 0] })(params, examples); // one gradient per example
 */
export function vmap<A extends readonly unknown[], R>(
  f: (...args: A) => R,
  { inAxes = 0, outAxes = 0 }: VmapOptions = {},
): (...args: { readonly [I in keyof A]: Mapped<A[I]> }) => Stacked<R> {
  return (...args) => {
    const axes = Array.isArray(inAxes)
      ? (inAxes as readonly (number | null)[])
      : args.map(() => inAxes as number | null);
    if (axes.length !== args.length)
      throw new ValueError(
        `vmap: expected inAxes for ${args.length} arguments, got ${axes.length}. Give one entry each.`,
      );
    const leading = args.map((arg, i) => (axes[i] === null ? arg : moveAxisInTree(arg, axes[i]!, 0)));
    const mapped = axes.map((axis) => axis !== null);
    // What `f` sees of a mapped argument is a container that looks like one example.
    const result = batch(f, mapped, leading as readonly unknown[] as A, [plainArraySpace]);
    return moveAxisInTree(result, 0, outAxes) as Stacked<R>;
  };
}

function moveAxisInTree(tree: unknown, from: number, to: number): unknown {
  if (from === to) return tree;
  const { values, unflatten } = flatten(tree);
  return unflatten(values.map((x) => moveaxis(x as Tensor, from, to)));
}
