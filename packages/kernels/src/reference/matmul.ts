/** Matrix products. */
import type { Products } from "../kernels.js";
import { walk } from "./layout.js";
import { unaliased } from "./overlap.js";

export const matmul: Products["matmul"] = (out, left, right) => {
  const a = unaliased(out, left);
  const b = unaliased(out, right);
  const rank = out.shape.length;
  const [m, n, k] = [out.shape[rank - 2]!, out.shape[rank - 1]!, a.shape[rank - 1]!];
  const [oRow, oCol] = [out.stride[rank - 2]!, out.stride[rank - 1]!];
  const [aRow, aCol] = [a.stride[rank - 2]!, a.stride[rank - 1]!];
  const [bRow, bCol] = [b.stride[rank - 2]!, b.stride[rank - 1]!];
  const at = [out.offset, a.offset, b.offset];
  walk({ shape: out.shape, strides: [out.stride, a.stride, b.stride] }, rank - 2, at, () => {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let s = 0;
        for (let l = 0; l < k; l++)
          s += a.data[at[1]! + i * aRow + l * aCol]! * b.data[at[2]! + l * bRow + j * bCol]!;
        out.data[at[0]! + i * oRow + j * oCol] = s;
      }
    }
  });
};
