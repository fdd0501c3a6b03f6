/** GFLOP/s of matmul, BLAS against the reference, in interleaved rounds. Run `npm run build`, then this file; argument: threads. */
import { cpus } from "node:os";
import ndarray from "ndarray";
import { reference } from "@ndgrad/kernels";
import { loadBlas } from "@ndgrad/backend-blas";

const threads = Number(process.argv[2] ?? 1);
const blas = loadBlas(threads > 1 ? { threads } : {});
const shapes = [
  ...[2, 3, 4, 5, 6, 7, 8, 10, 16, 32, 64, 128, 256, 512, 1024].map((n) => [n, n, n]),
  ...[
    [16, 16, 1],
    [16, 8, 1],
    [1, 64, 1],
    [1, 300, 1],
    [100, 2, 1],
    [300, 1, 1],
    [16, 1, 16],
    [100, 1, 4],
    [1, 16, 16],
    [512, 512, 1],
    [64, 784, 128],
    [100, 2, 16],
    [100, 16, 16],
  ],
];

const fill = (n) => Float64Array.from({ length: n }, (_, i) => Math.sin(i));

/** Nanoseconds of one run, from as many as take about 2 ms. */
function time(run, repeat) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < repeat; i++) run();
  return Number(process.hrtime.bigint() - start) / repeat;
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

console.log(
  "shape            reference GFLOP/s   BLAS GFLOP/s   reference us      BLAS us   ratio   difference",
);
for (const [m, k, n] of shapes) {
  const a = ndarray(fill(m * k), [m, k]);
  const b = ndarray(fill(k * n), [k, n]);
  const outs = [0, 1].map(() => ndarray(new Float64Array(m * n), [m, n]));
  const runs = [() => reference.matmul(outs[0], a, b), () => blas.matmul(outs[1], a, b)];
  const repeats = runs.map((run) => {
    const warm = m * n * k < 1e6 ? 2000 : 2;
    time(run, warm);
    return Math.max(1, Math.round(2e6 / time(run, warm)));
  });
  const times = runs.map(() => []);
  for (let round = 0; round < 15; round++) runs.forEach((run, i) => times[i].push(time(run, repeats[i])));
  const [slow, fast] = times.map(median);
  const gflops = (t) => ((2 * m * n * k) / t).toFixed(2);
  const difference = outs[0].data.reduce((most, x, i) => Math.max(most, Math.abs(x - outs[1].data[i])), 0);
  const cells = [gflops(slow), gflops(fast), (slow / 1e3).toFixed(2), (fast / 1e3).toFixed(2)];
  const row = cells.map((cell, i) => cell.padStart([17, 14, 14, 12][i])).join(" ");
  console.log(
    `${[m, k, n].join("x").padEnd(16)} ${row} ${(slow / fast).toFixed(2).padStart(8)}   ${difference.toExponential(0)}`,
  );
}
// It chooses OpenBLAS's kernels: figures with and without it are not to be compared.
const coreType = process.env.OPENBLAS_CORETYPE ?? "not set";
console.log(
  `\nNode ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, medians; BLAS threads: ${threads}; OPENBLAS_CORETYPE: ${coreType}.`,
);
