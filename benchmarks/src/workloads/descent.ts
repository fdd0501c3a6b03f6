/** How a step of training ends: as the other engines do it, parameters are written in place. */
import type { Nd } from "@ndgrad/tensor-vjp";

const RATE = 0.1;

/** Plain gradient descent. Parameters and gradients are ordinary row-major arrays, so a loop over their entries will do. */
export function descend(params: readonly Nd[], gradients: readonly Nd[]): void {
  params.forEach((p, i) => descendOne(p.data, gradients[i]!.data));
}

function descendOne(x: Float64Array, g: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i]! -= RATE * g[i]!;
}
