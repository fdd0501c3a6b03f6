/** A multiple of one array added to another. */
import type { Updates } from "../kernels.js";
import { entrywise } from "./entrywise.js";

export const axpy: Updates["axpy"] = (out, a, x) => run(out, out, x, a);

const run = entrywise("axpy", (y: number, x: number, a: number) => y + a * x, 3);
