/** Arranges `out` and the inputs of a problem in memory: separately, in one buffer, or overlapping. */
import { layouts } from "./layouts.js";
import type { Layout } from "./layouts.js";
import { bytesPerEntry, junk, view, write } from "./memory.js";
import type { Kind, Nd, Problem } from "./problem.js";

/** A problem in memory. */
export interface Arranged {
  readonly out: Nd;
  readonly inputs: readonly (Nd | number)[];
}

export interface Arrangement {
  readonly name: string;
  /**
   * Returns a function that puts the problem in memory, or undefined if the arrangement does not apply to the problem.
   */
  readonly arrange: (problem: Problem) => (() => Arranged) | undefined;
}

const { contiguous, offset, transposed, stepped, reversed, repeatedFirst, repeatedLast, repeatedAll } =
  layouts;

export const arrangements: readonly Arrangement[] = [
  apart("contiguous", contiguous, [contiguous]),
  apart("offset", offset, [offset]),
  apart("transposed inputs", contiguous, [transposed]),
  apart("stepped inputs", contiguous, [stepped]),
  apart("reversed inputs", contiguous, [reversed]),
  apart("first input transposed", contiguous, [transposed, contiguous]),
  apart("first input repeated along its first dimension", contiguous, [repeatedFirst, contiguous]),
  apart("other inputs repeated along their first dimension", contiguous, [contiguous, repeatedFirst]),
  apart("other inputs repeated along their last dimension", contiguous, [contiguous, repeatedLast]),
  apart("inputs repeated along all dimensions", contiguous, [repeatedAll]),
  apart("transposed out", transposed, [contiguous]),
  apart("stepped out", stepped, [contiguous]),
  apart("reversed out", reversed, [contiguous]),
  apart("all transposed", transposed, [transposed]),
  apart("out reversed, inputs transposed, stepped", reversed, [transposed, stepped]),
  { name: "one memory", arrange: (problem) => () => inOneMemory(problem) },
  withNumbers("first operand a number", 1, (i) => i === 0),
  withNumbers("last operand a number", 2, (i, last) => i === last),
  withNumbers("all operands numbers", 2, () => true),
  ...[0, 1, 2].flatMap((i) => [
    over(`input ${i} in place of out`, i, contiguous, contiguous, 0, true),
    over(`input ${i} in place of transposed out`, i, transposed, transposed, 0, true),
    over(`input ${i} one entry behind out`, i, contiguous, contiguous, 1),
    over(`input ${i} one entry before out`, i, contiguous, contiguous, -1),
    over(`input ${i} transposed over out`, i, contiguous, transposed, 0),
    over(`input ${i} reversed over out`, i, contiguous, reversed, 0),
  ]),
];

/** Each array in its own memory. The last layout also applies to all further inputs. */
function apart(name: string, outLayout: Layout, inputLayouts: readonly Layout[]): Arrangement {
  return {
    name,
    arrange({ out, inputs }) {
      if (inputs.length < inputLayouts.length) return undefined;
      return () => ({
        inputs: inputs.map((x, i) => inOwnMemory(x, inputLayouts[Math.min(i, inputLayouts.length - 1)]!)),
        out: inOwnMemory({ ...out, entries: out.entries ?? unwritten(out) }, outLayout),
      });
    },
  };
}

/** All arrays one after the other in one buffer, as in the memory of a WebAssembly module. */
function inOneMemory({ out, inputs }: Problem): Arranged {
  const all = [...inputs, { ...out, entries: out.entries ?? unwritten(out) }];
  let bytes = 64;
  const starts = all.map(({ kind, shape }) => {
    const start = bytes;
    bytes += Math.ceil((contiguous(shape).extent * bytesPerEntry(kind)) / 8) * 8 + 16;
    return start;
  });
  const buffer = junk(bytes);
  const arrays = all.map(({ kind, shape, entries }, i) => {
    const array = view(kind, buffer, shape, contiguous(shape), starts[i]! / bytesPerEntry(kind));
    write(array, entries);
    return array;
  });
  return { out: arrays.at(-1)!, inputs: arrays.slice(0, -1) };
}

/** Numbers in place of some of the operands that may be numbers. Applies if at least `least` may be. */
function withNumbers(
  name: string,
  least: number,
  isNumber: (i: number, last: number) => boolean,
): Arrangement {
  return {
    name,
    arrange({ out, inputs }) {
      const candidates = inputs.filter((x) => x.mayBeNumber);
      if (candidates.length < least) return undefined;
      const chosen = candidates.filter((_, i) => isNumber(i, candidates.length - 1));
      return () => ({
        inputs: inputs.map((x) =>
          chosen.includes(x) ? (x.entries[x.entries.length >> 1] ?? 2.5) : inOwnMemory(x, contiguous),
        ),
        out: inOwnMemory({ ...out, entries: out.entries ?? unwritten(out) }, contiguous),
      });
    },
  };
}

/** Input i in the memory of `out`, shifted by `shift` times 8 bytes. Other inputs have their own memory. */
function over(
  name: string,
  i: number,
  outLayout: Layout,
  inputLayout: Layout,
  shift: number,
  isInPlace = false,
): Arrangement {
  return {
    name,
    arrange({ out, inputs }) {
      const x = inputs[i];
      if (x === undefined) return undefined;
      if (isInPlace && (x.kind !== out.kind || String(x.shape) !== String(out.shape))) return undefined;
      return () => {
        const outPlacement = outLayout(out.shape);
        const xPlacement = inputLayout(x.shape);
        const buffer = junk(8 * (Math.max(outPlacement.extent, xPlacement.extent) + 16));
        const array = view(out.kind, buffer, out.shape, outPlacement, 64 / bytesPerEntry(out.kind));
        const input = view(x.kind, buffer, x.shape, xPlacement, (64 + 8 * shift) / bytesPerEntry(x.kind));
        if (out.entries !== undefined) write(array, out.entries);
        write(input, x.entries);
        return {
          out: array,
          inputs: inputs.map((other, k) => (k === i ? input : inOwnMemory(other, contiguous))),
        };
      };
    },
  };
}

interface Content {
  readonly kind: Kind;
  readonly shape: readonly number[];
  readonly entries: Float64Array;
}

function inOwnMemory({ kind, shape, entries }: Content, layout: Layout): Nd {
  const placement = layout(shape);
  const array = view(kind, junk(placement.extent * bytesPerEntry(kind)), shape, placement);
  write(array, entries);
  return array;
}

/** Initial entries of `out` that reveal an entry never written, or read before it is written. */
function unwritten({ kind, shape }: Problem["out"]): Float64Array {
  return new Float64Array(contiguous(shape).extent).fill(kind === "f64" ? NaN : 77);
}
