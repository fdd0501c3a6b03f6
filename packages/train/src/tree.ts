/** Maps over trees of parameters: the same op on each tensor of several trees of one structure. */
import { flatten } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";

/** `f` of the tensors at the same position of `tree` and `others`. The result has the structure of `tree`. */
export function mapTree<T>(
  f: (x: Tensor, ...others: Tensor[]) => Tensor,
  tree: T,
  ...others: readonly T[]
): T {
  const { values, unflatten } = flatten(tree);
  const rest = others.map((other) => flatten(other).values);
  for (const { length } of rest)
    if (length !== values.length)
      throw new TypeError(
        `optimiser: expected trees of ${values.length} tensors, got one of ${length}. Pass gradients and state that belong to these parameters.`,
      );
  return unflatten(values.map((x, i) => f(x as Tensor, ...rest.map((other) => other[i] as Tensor))));
}
