/** Copies of whole arrays. */
import type { Copy, NdF64 } from "../signatures.js";
import { isContiguous } from "../view.js";
import { entrywise } from "./entrywise.js";
import { loops } from "./loops.generated.js";

export const copy: Copy = (out, x) => {
  const size = out.size;
  const isAll = typeof x !== "number" && x.data.length === size;
  if (size < (isAll ? SHORT : LONG) || !isContiguous(out)) byEntries(out, x, 0, 0);
  else if (typeof x === "number") out.data.fill(x, out.offset, out.offset + size);
  // `set` handles overlaps itself.
  else if (isContiguous(x)) out.data.set(isAll ? x.data : part(x, size), out.offset);
  else byEntries(out, x, 0, 0);
};

/** From this size on, `set` is faster than a loop; from LONG on, if it needs a subarray, and `fill` too. */
const SHORT = 8;
const LONG = 64;

const part = ({ data, offset }: NdF64, size: number) => data.subarray(offset, offset + size);

const byEntries = entrywise(loops.copy);
