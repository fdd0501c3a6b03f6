/** Copies of whole arrays. */
import type { Moves } from "../kernels.js";
import { entrywise } from "./entrywise.js";
import { isContiguous } from "./layout.js";

export const copy: Moves["copy"] = (out, x) => {
  if (out.size < LONG || !isContiguous(out)) byEntries(out, x, 0, 0);
  else if (typeof x === "number") out.data.fill(x, out.offset, out.offset + out.size);
  // `set` minds overlaps itself.
  else if (isContiguous(x)) out.data.set(x.data.subarray(x.offset, x.offset + x.size), out.offset);
  else byEntries(out, x, 0, 0);
};

/** From this size on the engine's own copy pays for the view that it asks for. */
const LONG = 256;

const byEntries = entrywise("copy", (x: number) => x, 1);
