/** `npm run bench`: our figures and their limits. Both sides of every ratio are measured in the same run. */
import { cpus } from "node:os";
import { digitsFigures } from "./digits.js";
import { importFigures } from "./import.js";
import { mlpFigures } from "./mlp.js";
import { scalarFigures } from "./scalars.js";
import { figureRow, table } from "./timing.js";

const figures = [...importFigures(), ...scalarFigures(), ...mlpFigures(), ...digitsFigures()];
console.log(table(["figure", "measured", "limit", "", "against"], figures.map(figureRow)));
console.log(
  `\nNode ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, medians after warm-up; 1 thread.`,
);
