/** Compiles one loop per scalar function. */

/** The loop along one row: entry i of an operand is `data[offset + i * step]`. */
export type RowLoop = (n: number, ...operands: readonly (Data | number)[]) => void;
type Data = Float64Array | Uint8Array;

/**
 * A loop `o[i] = f(x[i], ...)` made from source. Closures made by one function share what V8 learns about their calls,
 * so that a shared loop calls through a pointer, at 9.5 ns an entry; each loop from source learns for itself and
 * inlines `f`. The name in the source keeps V8 from taking two loops for one.
 */
export function rowLoop(name: string, f: (...args: never[]) => number | boolean, arity: number): RowLoop {
  const args = ["x", "y", "z"].slice(0, arity);
  const parameters = ["o", ...args].map((a) => `${a}, ${a}Offset, ${a}Step`).join(", ");
  const moves = ["o", ...args].map((a) => `${a}Offset += ${a}Step`).join(", ");
  const source = `return function ${name}(n, ${parameters}) {
    for (let i = 0; i < n; i++, ${moves}) o[oOffset] = f(${args.map((a) => `${a}[${a}Offset]`).join(", ")});
  };`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the source holds nothing but the kernel's own name
  return (new Function("f", source) as (f: unknown) => RowLoop)(f);
}
