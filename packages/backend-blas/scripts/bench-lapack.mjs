/** Microseconds of the factorizations, LAPACK against plain JavaScript, in interleaved rounds. Run `npm run build`, then this file. */
import { cpus } from "node:os";
import { reference } from "@ndgrad/kernels";
import { loadBlas } from "@ndgrad/backend-blas";

const lapack = loadBlas();
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [8, 16, 32, 64, 128, 256];
const numbers = (n) => new Float64Array(n);

/** n×n, symmetric and positive definite: any of them can factor it. */
function matrix(n) {
  const a = numbers(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) a[i * n + j] = Math.cos((i + 1) * (j + 1)) + (i === j ? n : 0);
  return a;
}

const works = {
  lu: (k, a, n) => k.lu(numbers(n * n), new Int32Array(n), a, n, n),
  cholesky: (k, a, n) => k.cholesky(numbers(n * n), a, n),
  qr: (k, a, n) => k.qr(numbers(n * n), numbers(n * n), a, n, n),
  eigh: (k, a, n) => k.eigh(numbers(n), numbers(n * n), a, n),
  eig: (k, a, n) => k.eig(numbers(n), numbers(n), { vr: numbers(n * n), vi: numbers(n * n) }, a, n),
  svd: (k, a, n) => k.svd(numbers(n * n), numbers(n), numbers(n * n), a, n, n),
  "solveTriangular, n": (k, a, n) => k.solveTriangular(numbers(n * n), a, a, n, n),
  "solveTriangular, 1": (k, a, n) => k.solveTriangular(numbers(n), a, a.subarray(0, n), n, 1),
};

function time(run, repeat) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < repeat; i++) run();
  return Number(process.hrtime.bigint() - start) / repeat / 1e3;
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

console.log(`${"".padEnd(24)}${sizes.map((n) => String(n).padStart(20)).join("")}   plain us / LAPACK us`);
for (const [name, work] of Object.entries(works)) {
  const cells = sizes.map((n) => {
    const a = matrix(n);
    const runs = [() => work(reference, a, n), () => work(lapack, a, n)];
    const repeats = runs.map((run) => {
      // Small ones are compiled after thousands of runs only.
      time(run, n < 40 ? 5000 : 3);
      return Math.max(1, Math.round(10000 / time(run, n < 40 ? 100 : 3)));
    });
    const times = runs.map(() => []);
    for (let round = 0; round < 7; round++) runs.forEach((run, i) => times[i].push(time(run, repeats[i])));
    const [plain, fast] = times.map(median);
    return `${plain.toFixed(1)}/${fast.toFixed(1)} ${(plain / fast).toFixed(1)}x`.padStart(20);
  });
  console.log(name.padEnd(24) + cells.join(""));
}
console.log(
  `\nNode ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, medians, one thread; OPENBLAS_CORETYPE: ${process.env.OPENBLAS_CORETYPE ?? "not set"}.`,
);
