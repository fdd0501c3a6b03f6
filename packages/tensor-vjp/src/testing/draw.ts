/** Arguments drawn from a seed, inside an op's domain and away from its kinks. */
import type { Random } from "@ndgrad/check";
import ndarray from "ndarray";
import { empty, result, sizeOf } from "../tensor.js";
import type { Indices, Mask, Tensor } from "../tensor.js";

/** A placeholder for an argument in a sample; `moving` ones are traced and differentiated. */
export class Draw {
  constructor(
    readonly draw: (random: Random) => unknown,
    readonly moving: boolean,
    /** Turns what was drawn into what the op gets, by traced ops: a matrix into a symmetric one, say. */
    readonly lift: (x: Tensor) => unknown = (x) => x,
  ) {}
}

/** A drawn tensor of a shape; a number for none. */
export type DrawTensor = (...shape: number[]) => Draw;

/** Tensors whose entries `entry` draws, one after the other. */
export function entries(entry: (random: Random) => number): DrawTensor {
  return (...shape) =>
    new Draw((random) => {
      const out = empty(shape);
      out.data.forEach((_, i) => (out.data[i] = entry(random)));
      return result(out);
    }, true);
}

export function between(low: number, high: number): DrawTensor {
  return entries((random) => low + (high - low) * random());
}

/** ±[0.3, 2]: away from 0, where `abs` and others have a kink. */
export const real = entries((random) => (random() < 0.5 ? -1 : 1) * (0.3 + 1.7 * random()));

/** [0.4, 2.5]. */
export const positive = between(0.4, 2.5);

/** (−0.8, 0.8). */
export const unit = between(-0.8, 0.8);

/** Entries at least 0.3 apart, and away from 0 too: no ties, in random order. */
export const distinct: DrawTensor = (...shape) =>
  new Draw((random) => {
    const out = empty(shape);
    const n = out.data.length;
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor((i + 1) * random());
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    order.forEach((level, i) => (out.data[i] = (level - Math.floor(n / 2)) * 0.5 + 0.2 + 0.05 * random()));
    return result(out);
  }, true);

/** `draw` as a constant: it is not differentiated. */
export function fixed(draw: Draw): Draw {
  return new Draw(draw.draw, false, draw.lift);
}

/** True and false, at random. */
export function mask(...shape: number[]): Draw {
  return new Draw((random): Mask => {
    const data = Uint8Array.from({ length: sizeOf(shape) }, () => (random() < 0.5 ? 0 : 1));
    return shape.length === 0 ? data[0] === 1 : ndarray(data, shape);
  }, false);
}

/** Positions along an axis of size `n`, negative ones too. */
export function positions(n: number, ...shape: number[]): Draw {
  return new Draw((random): Indices => {
    const data = Int32Array.from({ length: sizeOf(shape) }, () => Math.floor(2 * n * random()) - n);
    return shape.length === 0 ? data[0]! : ndarray(data, shape);
  }, false);
}

/** `draw` passed through the traced ops `lift` before the op gets it. */
export function lifted(draw: Draw, lift: (x: Tensor) => unknown): Draw {
  return new Draw(draw.draw, draw.moving, lift);
}
