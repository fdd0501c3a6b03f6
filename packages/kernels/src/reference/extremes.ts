/** Positions of the extremes of a row. */
import type { RowReduction } from "./rows.js";

export const argmax: RowReduction = (n, x, from, step) => {
  let position = 0;
  let most = x[from]!;
  // Stops at the first NaN.
  for (let i = 1; i < n && most === most; i++) {
    const v = x[(from += step)]!;
    if (!(v <= most)) {
      most = v;
      position = i;
    }
  }
  return position;
};

export const argmin: RowReduction = (n, x, from, step) => {
  let position = 0;
  let least = x[from]!;
  for (let i = 1; i < n && least === least; i++) {
    const v = x[(from += step)]!;
    if (!(v >= least)) {
      least = v;
      position = i;
    }
  }
  return position;
};
