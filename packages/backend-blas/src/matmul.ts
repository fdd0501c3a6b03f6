/** Matrix products by BLAS, with copies of operands that BLAS can't read. */
import { reference } from "@ndgrad/kernels";
import type { MatrixProduct, NdF64 } from "@ndgrad/kernels";
import { forEachMatrix, joinRows } from "./batch.js";
import type { Product } from "./batch.js";
import type { Blas } from "./bind-blas.js";
import { multiplyDirectly } from "./direct.js";
import { emptyLike, pack, unaliased } from "./plain-memory.js";
import { dot, matrixByMatrix, matrixByVector, vectorByMatrix } from "./routines.js";
import { storageOf } from "./storage.js";

/** Up to this many multiplications, loops in JavaScript take less time than the call. */
const SMALL = 200;

/**
 * The kernel `matmul` by `blas`. Operands whose strides BLAS can't handle are copied first; such an `out` is copied to
 * last.
 */
export function matmulBy(blas: Blas): MatrixProduct {
  return (out, left, right) => {
    const joined = out.shape.length === 2 ? ([out, left, right] as const) : joinRows([out, left, right]);
    const [c] = joined;
    const last = c.shape.length - 1;
    if (out.size === 0 || c.shape[last - 1]! * c.shape[last]! * left.shape.at(-1)! <= SMALL)
      reference.matmul(out, left, right);
    else if (last !== 1 || !multiplyDirectly(blas, ...joined)) multiply(blas, joined);
  };
}

function multiply(blas: Blas, [out, left, right]: Product): void {
  const c = storageOf(out) ?? storageOf(emptyLike(out))!;
  const a = storageFor(unaliased(c.array, left));
  const b = storageFor(unaliased(c.array, right));
  const last = out.shape.length - 1;
  const [m, n] = [out.shape[last - 1]!, out.shape[last]!];
  const routine = n === 1 ? (m === 1 ? dot : matrixByVector) : m === 1 ? vectorByMatrix : matrixByMatrix;
  forEachMatrix([c.array, a.array, b.array], routine(blas, c, a, b));
  if (c.array !== out) reference.copy(out, c.array);
}

const storageFor = (x: NdF64) => storageOf(x) ?? storageOf(pack(x))!;
