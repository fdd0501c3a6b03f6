/** Where the extremes are. */
import type { RowReduction } from "./rows.js";

export const argmax: RowReduction = (n, x, from, step) => {
  let place = 0;
  let most = x[from]!;
  // Once a NaN is there, it stays.
  for (let i = 1; i < n && most === most; i++) {
    const v = x[(from += step)]!;
    if (!(v <= most)) {
      most = v;
      place = i;
    }
  }
  return place;
};

export const argmin: RowReduction = (n, x, from, step) => {
  let place = 0;
  let least = x[from]!;
  for (let i = 1; i < n && least === least; i++) {
    const v = x[(from += step)]!;
    if (!(v >= least)) {
      least = v;
      place = i;
    }
  }
  return place;
};
