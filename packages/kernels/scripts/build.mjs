/**
 * Generates src/reference/loops.generated.ts, with separate loops for each kernel, unless it is newer than the table.
 *
 * One loop that calls any `f` would be shorter but take 9.5 ns per entry: V8 collects type feedback per source position, so a
 * loop that has called many functions can't inline them. Loops with their own source inline theirs. `rows` processes four
 * entries per iteration, because V8 reloads the address of each array in each iteration: 1.3 ns per entry of `add` instead of
 * 1.8, or 2.5 with strides.
 */
import { existsSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadTable, tableFiles } from "./table.mjs";

const target = fileURLToPath(new URL("../src/reference/loops.generated.ts", import.meta.url));
const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const inputs = [fileURLToPath(import.meta.url), ...tableFiles];
if (modified(target) < Math.max(...inputs.map(modified))) writeFileSync(target, render(await loadTable()));

function render({ unary, binary, compare, folds }) {
  const maps = [
    ...entries("unary", unary, ["x"]),
    ...entries("binary", binary, ["x", "y"]),
    ...entries("compare", compare, ["x", "y"], " ? 1 : 0"),
  ];
  return `/** Made by scripts/build.mjs from src/table/. */
import { binary, compare, unary } from "../table/elementwise.js";
import type { FoldLoops, Loops } from "./loops.js";

${maps.map(({ name, table }) => `const ${name} = ${table}.${name};`).join("\n")}
const copy = (x: number) => x;
const where = (c: number, x: number, y: number) => (c !== 0 ? x : y);

export const loops = {
${[...maps, ...entries("", { copy: 0 }, ["x"]), ...entries("", { where: 0 }, ["x", "y", "z"])].map(map).join("\n")}
} satisfies Record<string, Loops>;

export const foldLoops = {
${Object.entries(folds).map(fold).join("\n")}
} satisfies Record<string, FoldLoops>;
`;
}

function entries(table, functions, operands, stored = "") {
  return Object.keys(functions).map((name) => ({ name, table, operands, stored }));
}

/** The loops of one kernel: \`rows\` for each choice of operands that are numbers, except all, and \`block\`. */
function map({ name, operands, stored }) {
  const parameters = operands.map((x) => `${x}, ${x}o, ${x}R`).join(", ");
  const steps = operands.map((x) => `${x}, ${x}o, ${x}R, ${x}S`).join(", ");
  const all = 2 ** operands.length - 1;
  const rows = Array.from({ length: all }, (_, numbers) => {
    const moving = operands.filter((_, k) => ((numbers >> k) & 1) === 0);
    const entry = (place) => {
      const args = operands.map((x) => (moving.includes(x) ? `${x}[${x}o + ${place}]!` : `${x}n`));
      return `o[oo + ${place}] = ${name}(${args.join(", ")})${stored};`;
    };
    const numbersOf = operands.filter((x) => !moving.includes(x)).map((x) => `const ${x}n = ${x}[${x}o]!;`);
    return `(m, n, o, oo, oR, ${parameters}) => {
        ${numbersOf.join(" ")}
        for (let i = 0; i < m; i++) {
          let j = 0;
          for (; j < n - 3; j += 4) {
            ${[0, 1, 2, 3].map((u) => entry(`j + ${u} | 0`).replaceAll("+ 0 | 0", "")).join("\n            ")}
          }
          for (; j < n; j++) ${entry("j")}
          ${["o", ...moving].map((x) => `${x}o += ${x}R;`).join(" ")}
        }
      }`;
  });
  return `  ${name}: {
    rows: [${rows.join(", ")}],
    block(m, n, o, oo, oR, oS, ${steps}) {
      for (let i = 0; i < m; i++) {
        let ${["o", ...operands].map((x) => `${x}i = ${x}o`).join(", ")};
        for (let j = 0; j < n; j++) {
          o[oi] = ${name}(${operands.map((x) => `${x}[${x}i]!`).join(", ")})${stored};
          ${["o", ...operands].map((x) => `${x}i += ${x}S;`).join(" ")}
        }
        ${["o", ...operands].map((x) => `${x}o += ${x}R;`).join(" ")}
      }
    },
  },`;
}

/** The loops that a pairwise fold runs on its smallest pieces. */
function fold([name, { by, identity }]) {
  const f = (x, y) => `${by}(${x}, ${y})`;
  const four = f(f("x[k]!", "x[k + rowStep | 0]!"), f("x[k + 2 * rowStep | 0]!", "x[k + 3 * rowStep | 0]!"));
  return `  ${name}: {
    identity: ${identity},
    combine: (x, y) => ${f("x", "y")},
    row(n, x, from, step) {
      let a = ${identity}, b = a, c = a, d = a, i = 0;
      for (; i < n - 3; i += 4, from += 4 * step) {
        a = ${f("a", "x[from]!")};
        b = ${f("b", "x[from + step | 0]!")};
        c = ${f("c", "x[from + 2 * step | 0]!")};
        d = ${f("d", "x[from + 3 * step | 0]!")};
      }
      for (; i < n; i++, from += step) a = ${f("a", "x[from]!")};
      return ${f(f("a", "b"), f("c", "d"))};
    },
    columns(acc, to, n, m, x, from, rowStep, step) {
      let i = 0;
      for (; i < m - 3; i += 4, from += 4 * rowStep) {
        for (let j = 0, k = from; j < n; j++, k += step) acc[to + j] = ${f("acc[to + j]!", four)};
      }
      for (; i < m; i++, from += rowStep) {
        for (let j = 0, k = from; j < n; j++, k += step) acc[to + j] = ${f("acc[to + j]!", "x[k]!")};
      }
    },
  },`;
}
