/** The reference backend: every kernel, in plain JavaScript. */
import type { Kernels } from "../kernels.js";
import { elementwise } from "./elementwise.js";
import { matmul } from "./matmul.js";
import { moves } from "./moves.js";
import { reductions } from "./reductions.js";
import { scans } from "./scans.js";
import { sorting } from "./sorting.js";

export const reference: Kernels = { ...elementwise, ...reductions, ...scans, matmul, ...moves, ...sorting };
