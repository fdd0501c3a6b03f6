/** Handwritten digits: 1797 images of 8×8 pixels, split into a training set and a held-out set. */
import { readFileSync } from "node:fs";
import { array, div, random, take } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { parseCsv } from "@ndgrad/train";

export const PIXELS = 64;
export const CLASSES = 10;

export interface Digits {
  /** [rows, 64], intensities from 0 to 1. */
  readonly images: Nd;
  readonly labels: Int32Array;
}

export interface Split {
  readonly train: Digits;
  readonly heldOut: Digits;
}

/** Reads the images and holds out one row in five, chosen by `key`. */
export function loadDigits(key: random.Key): Split {
  const { values } = parseCsv(readFileSync(new URL("../../data/digits.csv", import.meta.url), "utf8"));
  const rows = values.shape[0]!;
  const order = random.permutation(key, rows).data;
  const cut = Math.round(rows / 5);
  return { heldOut: pick(values, order.slice(0, cut)), train: pick(values, order.slice(cut)) };
}

function pick(values: Nd, rows: Int32Array): Digits {
  const images = div(array(values.hi(values.shape[0]!, PIXELS)) as Nd, 16);
  return {
    images: take(images, rows, { axis: 0 }) as Nd,
    labels: Int32Array.from(rows, (r) => values.get(r, PIXELS)),
  };
}

export function subset({ images, labels }: Digits, rows: Int32Array): Digits {
  return { images: take(images, rows, { axis: 0 }) as Nd, labels: Int32Array.from(rows, (r) => labels[r]!) };
}
