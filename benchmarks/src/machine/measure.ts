/** Measures our kernels in this Node process and prints a line of JSON, in the format of `machine/limits.c`. */
import { wasm, wasmPlain, memory } from "@ndgrad/backend-wasm";
import { loadBlas } from "@ndgrad/backend-blas";
import { reference, rowMajor } from "@ndgrad/kernels";
import type { Backend, NdF64 } from "@ndgrad/kernels";

/** The fastest call, in milliseconds, of at least three within 60 ms: the comparison is between limits. */
function least(call: () => void): number {
  call();
  let best = Infinity;
  const begin = performance.now();
  for (let i = 0; i < 3 || performance.now() - begin < 60; i++) {
    const start = performance.now();
    call();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const blas = ((): Backend | undefined => {
  try {
    return loadBlas();
  } catch {
    return undefined;
  }
})();

const backends: Readonly<Record<string, Backend>> = {
  reference,
  "wasm plain": wasmPlain,
  ...(wasm === wasmPlain ? {} : { "wasm relaxed": wasm }),
  ...(blas === undefined ? {} : { blas }),
};

/** Numbers from a linear congruential generator, the same as in limits.c. */
function numbers(n: number, from: number, to: number): NdF64 {
  const x = rowMajor(memory.allocate(n), [n]);
  let state = 1;
  for (let i = 0; i < n; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    x.data[i] = from + (to - from) * (state / 2 ** 32);
  }
  return x;
}

const start = memory.mark();

function table(keys: readonly number[], f: (key: number) => number): Record<string, number> {
  return Object.fromEntries(
    keys.map((key) => {
      memory.release(start);
      return [String(key), f(key)];
    }),
  );
}

function gigaflops({ matmul }: Backend, n: number): number {
  const [a, b, c] = [0, 1, 2].map(() => rowMajor(numbers(n * n, -1, 1).data, [n, n])) as [
    NdF64,
    NdF64,
    NdF64,
  ];
  const repeat = Math.max(1, Math.round(2e6 / n ** 3));
  const ms = least(() => {
    for (let i = 0; i < repeat; i++) matmul!(c, a, b);
  });
  return (2e-6 * n ** 3 * repeat) / ms;
}

function gigabytes({ add }: Backend, n: number): number {
  const [x, y, out] = [numbers(n, -1, 1), numbers(n, -1, 1), numbers(n, -1, 1)];
  const repeat = Math.max(1, Math.round(1e5 / n));
  const ms = least(() => {
    for (let i = 0; i < repeat; i++) add!(out, x, y);
  });
  return (24e-6 * n * repeat) / ms;
}

const functions = { exp: [-5, 5], log: [0.01, 10], tanh: [-5, 5], sin: [-5, 5] } as const;
type Name = keyof typeof functions;

/** Nanoseconds per number, for 4096 numbers in the kernels' memory. */
function nanoseconds(run: (out: NdF64, x: NdF64) => void, name: Name): number {
  memory.release(start);
  const n = 4096;
  const [from, to] = functions[name];
  const [x, out] = [numbers(n, from, to), numbers(n, 0, 1)];
  const ms = least(() => {
    for (let i = 0; i < 8; i++) run(out, x);
  });
  return (1e6 * ms) / (8 * n);
}

/** One loop for each function, so that V8 compiles each call separately. */
const loops: Readonly<Record<Name, (out: NdF64, x: NdF64) => void>> = {
  exp: ({ data: y }, { data: x }) => {
    for (let i = 0; i < x.length; i++) y[i] = Math.exp(x[i]!);
  },
  log: ({ data: y }, { data: x }) => {
    for (let i = 0; i < x.length; i++) y[i] = Math.log(x[i]!);
  },
  tanh: ({ data: y }, { data: x }) => {
    for (let i = 0; i < x.length; i++) y[i] = Math.tanh(x[i]!);
  },
  sin: ({ data: y }, { data: x }) => {
    for (let i = 0; i < x.length; i++) y[i] = Math.sin(x[i]!);
  },
};

function eachBackend<T>(f: (backend: Backend) => T, has: keyof Backend): Record<string, T> {
  const able = Object.entries(backends).filter(([, backend]) => backend[has] !== undefined);
  return Object.fromEntries(able.map(([name, backend]) => [name, f(backend)]));
}

const names = Object.keys(functions) as Name[];
const ofNames = (f: (name: Name) => number): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, f(name)]));

console.log(
  JSON.stringify({
    node: process.version,
    dgemm: eachBackend((b) => table([64, 256, 512, 1024], (n) => gigaflops(b, n)), "matmul"),
    add: eachBackend((b) => table([1e3, 1e4, 1e5, 1e6, 1e7], (n) => gigabytes(b, n)), "add"),
    functions: {
      "Math in a loop": ofNames((name) => nanoseconds(loops[name], name)),
      ...eachBackend((b) => ofNames((name) => nanoseconds(b[name]!, name)), "exp"),
    },
  }),
);
