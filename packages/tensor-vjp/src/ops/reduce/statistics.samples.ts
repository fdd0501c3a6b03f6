/** Samples of averages, quantiles and covariances. */
import { average, ptp } from "./average.js";
import { corrcoef, cov } from "./covariance.js";
import { nanmax, nanmean, nanmin, nanprod, nanstd, nansum, nanvar } from "./nan-reductions.js";
import { median, percentile, quantile } from "./quantile.js";
import { where } from "../elementwise/where.js";
import ndarray from "ndarray";
import type { Tensor } from "../../tensor.js";
import { distinct, lifted, positive, real } from "../../testing/draw.js";
import type { Draw, DrawTensor } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";
import { AXES, KEEPDIMS } from "../../testing/options.js";

const OPTIONS = { axis: AXES, keepdims: KEEPDIMS };
const HOLE = ndarray(Uint8Array.of(0, 1, 0), [3]);
/** The middle column is NaN. */
const holed = (draw: DrawTensor): Draw => lifted(draw(2, 3), (x: Tensor) => where(HOLE, NaN, x));

export const statistics = {
  average: differentiable(
    average,
    [
      [real(2, 3)],
      [real(2, 3), { axis: 1, weights: positive(3) }],
      [real(2, 3), { axis: 0, weights: positive(2, 3), keepdims: true }],
    ],
    { options: { ...OPTIONS, weights: "of the shape of x, or one for each position along the axis" } },
  ),
  ptp: differentiable(ptp, [[distinct(2, 3)], [distinct(2, 3), { axis: 1 }]], { options: OPTIONS }),
  nansum: differentiable(nansum, [[holed(real)], [holed(real), { axis: 1 }]], { options: OPTIONS }),
  nanprod: differentiable(nanprod, [[holed(real)], [holed(real), { axis: 1 }]], { options: OPTIONS }),
  nanmean: differentiable(nanmean, [[holed(real)], [holed(real), { axis: 1, keepdims: true }]], {
    options: OPTIONS,
  }),
  nanvar: differentiable(nanvar, [[holed(real)], [holed(real), { axis: 1, ddof: 1 }]], {
    options: { ...OPTIONS, ddof: "taken from the number of entries, 0" },
  }),
  nanstd: differentiable(nanstd, [[holed(real)], [holed(real), { axis: 1 }]], {
    options: { ...OPTIONS, ddof: "taken from the number of entries, 0" },
    kinks: "0 where all entries are equal",
  }),
  nanmax: differentiable(nanmax, [[holed(distinct)], [holed(distinct), { axis: 1 }]], {
    options: OPTIONS,
    kinks: "ties share equally",
  }),
  nanmin: differentiable(nanmin, [[holed(distinct)], [holed(distinct), { axis: 1 }]], {
    options: OPTIONS,
    kinks: "ties share equally",
  }),
  median: differentiable(median, [[distinct(5)], [distinct(2, 4), { axis: 1 }]], { options: OPTIONS }),
  quantile: differentiable(
    quantile,
    [
      [distinct(5), 0.3],
      [distinct(2, 4), [0.1, 0.5], { axis: 0, keepdims: true }],
    ],
    { options: OPTIONS },
  ),
  percentile: differentiable(percentile, [[distinct(5), 30]], { options: OPTIONS }),
  cov: differentiable(cov, [[real(2, 4)], [real(4)], [real(4, 2), { rowvar: false, ddof: 0 }]], {
    options: { rowvar: "rows are variables (default)", ddof: "taken from the number of observations, 1" },
  }),
  corrcoef: differentiable(corrcoef, [[real(2, 4)]], { options: { rowvar: "rows are variables (default)" } }),
};
