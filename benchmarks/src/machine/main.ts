/** `npm run bench:machine`: the kernels compared with the limits of the machine, on one core. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "../timing.js";

type ByKey = Readonly<Record<string, number>>;

interface Limits {
  readonly triad: ByKey;
  readonly "multiply and add, 128 bits": number;
  readonly "fused, 128 bits"?: number;
  readonly libm: ByKey;
  readonly blas?: string;
  readonly dgemm?: ByKey;
}

interface Ours {
  readonly node: string;
  readonly dgemm: Readonly<Record<string, ByKey>>;
  readonly add: Readonly<Record<string, ByKey>>;
  readonly functions: Readonly<Record<string, ByKey>>;
}

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const oneThread = { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
const libraries = ["libopenblas.so.0", "libopenblas.so", "libmkl_rt.so.2", "libcblas.so.3", "libblas.so.3"];

/** Compile and run the C program; `undefined`, after printing the reason, if there is no compiler. */
function limits(): Limits | undefined {
  const program = join(mkdtempSync(join(tmpdir(), "ndgrad-")), "limits");
  const options = ["-O3", "-march=native", "-ffp-contract=off", here("machine/limits.c"), "-o", program];
  const { status, error, stderr } = spawnSync("cc", [...options, "-lm", "-ldl"], { encoding: "utf8" });
  if (status !== 0) {
    console.log(`No limits: the C program was not compiled (${error?.message ?? stderr.trim()}).\n`);
    return undefined;
  }
  const output = execFileSync(program, [process.env["NDGRAD_BLAS"] ?? "", ...libraries].filter(Boolean), {
    env: oneThread,
    encoding: "utf8",
  });
  return JSON.parse(output) as Limits;
}

const measure = (node: string): Ours =>
  JSON.parse(
    execFileSync(node, [here("dist/machine/measure.js")], { env: oneThread, encoding: "utf8" }),
  ) as Ours;

/** The better of two runs, figure by figure. */
function best<T>(a: T, b: T, isBetter: (x: number, y: number) => boolean): T {
  if (typeof a === "number" && typeof b === "number") return isBetter(a, b) ? a : b;
  if (typeof a !== "object" || a === null) return a;
  const entries = Object.entries(a).map(([key, value]: [string, unknown]) => [
    key,
    best(value, (b as Record<string, unknown>)[key], isBetter),
  ]);
  return Object.fromEntries(entries) as T;
}

const larger = (x: number, y: number): boolean => x > y;
const smaller = (x: number, y: number): boolean => x < y;

function bestOfOurs(a: Ours, b: Ours): Ours {
  const functions = best(a.functions, b.functions, smaller);
  return { node: a.node, dgemm: best(a.dgemm, b.dgemm, larger), add: best(a.add, b.add, larger), functions };
}

function bestOfLimits(a: Limits | undefined, b: Limits | undefined): Limits | undefined {
  return a && b ? { ...best(a, b, larger), libm: best(a.libm, b.libm, smaller) } : undefined;
}

const newer = here("peers/js/node_modules/node/bin/node");
const nodes = [process.execPath, ...(existsSync(newer) ? [newer] : [])];
const first = { limits: limits(), ours: nodes.map(measure) };
const second = { limits: limits(), ours: nodes.map(measure) };
const most = bestOfLimits(first.limits, second.limits);
const ours = first.ours.map((run, i) => bestOfOurs(run, second.ours[i]!));

const cell = (x: number | undefined): string => (x === undefined ? "–" : x.toPrecision(3));
const share = (x: number, limit: number | undefined): string =>
  limit === undefined ? cell(x) : `${cell(x)} (${(x / limit).toFixed(2)})`;

function rows(part: "dgemm" | "add" | "functions", limit: ByKey | undefined): string[][] {
  return ours.flatMap(({ node, [part]: byBackend }) =>
    Object.entries(byBackend).map(([name, byKey]) => [
      `${name}, Node ${node}`,
      ...Object.entries(byKey).map(([key, x]) => share(x, limit?.[key])),
    ]),
  );
}

function print(
  title: string,
  limitName: string,
  part: "dgemm" | "add" | "functions",
  limit: ByKey | undefined,
): void {
  const keys = Object.keys(Object.values(ours[0]!.functions)[0]!);
  const header = part === "functions" ? keys : Object.keys(Object.values(ours[0]![part])[0]!);
  const limitRow = limit === undefined ? [] : [[limitName, ...header.map((key) => cell(limit[key]))]];
  console.log(`${table([title, ...header], [...limitRow, ...rows(part, limit)])}\n`);
}

print("GFLOP/s of n × n (share)", `${most?.blas ?? "BLAS"} from C`, "dgemm", most?.dgemm);
if (most !== undefined) {
  const peaks = [
    ["multiply and add, 128 bits", most["multiply and add, 128 bits"], "wasm plain"],
    ["fused, 128 bits", most["fused, 128 bits"], "wasm relaxed"],
  ] as const;
  for (const [name, peak, backend] of peaks) {
    if (peak === undefined) continue;
    const reached = ours.flatMap(({ dgemm }) => Object.values(dgemm[backend] ?? {}));
    const part = reached.length === 0 ? "not run: this Node has no relaxed SIMD" : `${backend} reaches ${(Math.max(...reached) / peak).toFixed(2)} of it`; // prettier-ignore
    console.log(`C, ${name}: ${cell(peak)} GFLOP/s; ${part}.`);
  }
  console.log();
}
print("add, GB/s by numbers (share)", "triad in C", "add", most?.triad);
print("ns per number (ratio)", "libm, one by one", "functions", most?.libm);

const short = Object.entries(ours[0]!.dgemm["blas"] ?? {}).filter(
  ([n, x]) => x < 0.9 * (most?.dgemm?.[n] ?? 0),
);
if (short.length > 0)
  console.log(
    `Below 0.9 of BLAS from C: ${short.map(([n]) => n).join(", ")}. A call through koffi takes 0.3 us, which is what small products lose.`,
  );
console.log(`One core of ${cpus()[0]?.model ?? "an unknown processor"}; OPENBLAS_CORETYPE: ${process.env["OPENBLAS_CORETYPE"] ?? "not set"}.`); // prettier-ignore
mkdirSync(here("results"), { recursive: true });
writeFileSync(here("results/machine.json"), `${JSON.stringify({ limits: most ?? null, ours }, null, 2)}\n`);
