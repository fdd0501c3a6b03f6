/** A function run under watch for NaN. */
import { CheckTrace } from "../check.js";
import type { Boundary } from "./boundary.js";
import type { Fn } from "./recording.js";
import { runWatched } from "./watched.js";

export function debugNans(boundary: Boundary, f: Fn, args: readonly unknown[]): unknown {
  const { form, values } = runWatched(boundary, "debugNans", new CheckTrace(boundary.spaces), f, args);
  return boundary.leaveTree(form, values);
}
