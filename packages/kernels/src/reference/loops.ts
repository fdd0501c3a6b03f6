/** Compiles the loops of one scalar function. */

export type Data = Float64Array | Uint8Array;
/** The data of an operand, or the number that it is everywhere. */
export type Source = Data | number;
export type Scalar = (...args: never[]) => number | boolean;

/** `o[...] = f(x[...], y[...], z[...])` for m rows of n entries. For operands that f does not take, pass 0. */
export interface Loops {
  /** For rows of neighbours, not too short: each operand with its step from row to row. */
  rows(
    m: number,
    n: number,
    ...operands: [...Row<Data>, ...Row<Source>, ...Row<Source>, ...Row<Source>]
  ): void;
  /** For any rows: each operand also with its step from entry to entry. */
  block(
    m: number,
    n: number,
    ...operands: [...Block<Data>, ...Block<Source>, ...Block<Source>, ...Block<Source>]
  ): void;
}
type Row<D> = [data: D, offset: number, rowStep: number];
type Block<D> = [data: D, offset: number, rowStep: number, step: number];

/**
 * Loops for `f` from source, for the operands that are numbers as `numbers` says (bit 0 for x, 1 for y, 2 for z).
 * Closures made by one function share what V8 learns about calls inside them, and then call `f` through a pointer at
 * 9.5 ns an entry; loops from source learn for themselves and inline `f`. The name in the source keeps V8 from taking
 * two loops for one. `rows` does four entries in a round, because V8 reads the address of each array anew in each
 * round: 1.0 ns an entry of `add` instead of 1.4. V8 inlines no call that is rare when it compiles the loop, and never
 * looks again: so short rows, which seldom or never come to a round of four, must go to `block`.
 */
export function compileLoops(name: string, f: Scalar, arity: number, numbers: number): Loops {
  const operands = ["x", "y", "z"]
    .slice(0, arity)
    .map((id, k) => ({ id, isNumber: ((numbers >> k) & 1) === 1 }));
  const moving = ["o", ...operands.filter((x) => !x.isNumber).map((x) => x.id)];
  // A boolean stored in bytes as it is costs 20 % more.
  const stored = typeof f(...([1, 1, 1] as never[])) === "boolean" ? " ? 1 : 0" : "";
  const entry = (place: string) => {
    const args = operands.map(({ id, isNumber }) => (isNumber ? id : `${id}[${id}${place}]`));
    return `o[o${place}] = f(${args.join(", ")})${stored};`;
  };
  const source = `return {
    rows: function ${name}Rows${numbers}(m, n, o, oo, oR, x, xo, xR, y, yo, yR, z, zo, zR) {
      for (let i = 0; i < m; i++) {
        let j = 0;
        for (; j < n - 3; j += 4) {
          ${[0, 1, 2, 3].map((u) => entry(`o + j + ${u} | 0`)).join("\n          ")}
        }
        for (; j < n; j++) ${entry("o + j")}
        ${moving.map((id) => `${id}o += ${id}R;`).join(" ")}
      }
    },
    block: function ${name}Block${numbers}(m, n, o, oo, oR, oS, x, xo, xR, xS, y, yo, yR, yS, z, zo, zR, zS) {
      for (let i = 0; i < m; i++) {
        ${moving.map((id) => `let ${id}i = ${id}o;`).join(" ")}
        for (let j = 0; j < n; j++) {
          ${entry("i")}
          ${moving.map((id) => `${id}i += ${id}S;`).join(" ")}
        }
        ${moving.map((id) => `${id}o += ${id}R;`).join(" ")}
      }
    }
  }`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- all of the source stands above, but for the kernel's name
  const make = new Function("f", source) as (f: Scalar) => Loops;
  return make(f);
}
