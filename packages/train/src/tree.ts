/** Maps over trees of parameters: the same op on each tensor of several trees of one structure. */
import { flatten } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";

/**
 * `f` of the tensors with the same path in `tree` and `others`. The result has the structure of `tree`. Keys are matched by
 * name, whatever their order. Throws TreeError if a structure differs, CotangentError if a shape does: gradients or state that
 * broadcast would change the parameters without an error.
 */
export function mapTree<T>(
  f: (x: Tensor, ...others: Tensor[]) => Tensor,
  tree: T,
  ...others: readonly T[]
): T {
  const { values, unflatten, valuesLike } = flatten(tree);
  const rest = others.map((other) => valuesLike(other, "optimiser"));
  return unflatten(values.map((x, i) => f(x as Tensor, ...rest.map((other) => other[i] as Tensor))));
}
