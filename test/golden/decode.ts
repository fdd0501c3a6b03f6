/** Golden values as the arguments of our ops: numbers, ndarrays in the layout that a case asks for, masks, indices. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { ellipsis, newaxis, slice } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";

/** A tensor as the files hold it. */
export interface Stored {
  readonly shape: readonly number[];
  readonly data: readonly (number | boolean | string)[];
  readonly dtype?: "int" | "bool";
  readonly layout?: "C" | "transposed" | "step2" | "reversed" | "offset";
}

export type Env = ReadonlyMap<string, unknown>;

export function isStored(x: unknown): x is Stored {
  return typeof x === "object" && x !== null && "shape" in x && "data" in x;
}

const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** The entries of a stored tensor in row-major order. */
export function entries(t: Stored): number[] {
  return t.data.map(Number);
}

/** A float tensor, as a number at rank 0, else with the strides of its layout; unused slots hold NaN, to show up. */
export function tensor(t: Stored): Tensor {
  if (t.shape.length === 0) return Number(t.data[0]);
  const view = blank(t.shape, t.layout ?? "C");
  fill(view, entries(t));
  return view;
}

function blank(shape: readonly number[], layout: string): Nd {
  const make = (s: readonly number[]): Nd => ndarray(new Float64Array(size(s)).fill(NaN), s.slice());
  switch (layout) {
    case "transposed":
      return make(shape.slice().reverse()).transpose(...shape.map((_, i) => shape.length - 1 - i));
    case "step2":
      return make([...shape.slice(0, -1), 2 * shape.at(-1)!]).step(
        ...shape.map((_, i) => (i === shape.length - 1 ? 2 : 1)),
      );
    case "reversed":
      return make(shape).step(...shape.map(() => -1));
    case "offset":
      return make(shape.map((n) => n + 2)).lo(...shape.map(() => 1)).hi(...shape); // prettier-ignore
    default:
      return make(shape);
  }
}

function fill(view: NdArray<Float64Array>, values: readonly number[]): void {
  const index = view.shape.map(() => 0);
  for (const value of values) {
    view.set(...index, value);
    for (let a = index.length - 1; a >= 0; a--) {
      if (++index[a]! < view.shape[a]!) break;
      index[a] = 0;
    }
  }
}

/** Any argument of a case; `env` resolves references inside programs. */
export function argument(x: unknown, env: Env = new Map()): unknown {
  if (Array.isArray(x)) return x.map((v) => argument(v, env));
  if (typeof x !== "object" || x === null) return x;
  if (isStored(x)) return stored(x);
  if ("list" in x) return (x.list as unknown[]).map((v) => argument(v, env));
  if ("index" in x) return (x.index as unknown[]).map(indexEntry);
  if ("str" in x) return x.str;
  if ("num" in x) return Number(x.num);
  if ("ref" in x) return env.get(x.ref as string);
  throw new Error(`unknown encoding ${JSON.stringify(x)}`);
}

function stored(t: Stored): unknown {
  const shape = t.shape.slice();
  if (t.dtype === "bool")
    return shape.length === 0 ? t.data[0] : ndarray(Uint8Array.from(t.data, Number), shape);
  if (t.dtype === "int")
    return shape.length === 0 ? t.data[0] : ndarray(Int32Array.from(t.data, Number), shape);
  return tensor(t);
}

function indexEntry(entry: unknown): unknown {
  if (entry === "ellipsis") return ellipsis;
  if (entry === "newaxis") return newaxis;
  if (typeof entry !== "object" || entry === null) return entry;
  if ("slice" in entry) return slice(...(entry.slice as [number | null, number | null, number | null]));
  return stored(("ints" in entry ? entry.ints : (entry as { mask: Stored }).mask) as Stored);
}
