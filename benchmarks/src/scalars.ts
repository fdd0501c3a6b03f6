/** The cost of tracing numbers: per call, per op, per node. */
import { primitive } from "@ndgrad/core";
import { add, grad, mul, sin } from "@ndgrad/tensor-vjp";
import { medians } from "./timing.js";
import type { Figure } from "./timing.js";

const OPS = 1000;

/** A primitive with an almost empty implementation: what remains is the cost of the wrapper. */
const halve = (x: number): number => x * 0.5 + 1;
const wrapped = primitive("halve", halve, { vjp: [(g) => g], jvp: ["linear"] });

/** Apply `f` to its own result `OPS` times. */
function repeat(f: (x: number) => number): () => void {
  return () => {
    let x = 1;
    for (let i = 0; i < OPS; i++) x = f(x);
    if (Number.isNaN(x)) throw new Error("the chain should stay finite");
  };
}

/** y ← y·1.0001, y + x, sin y in turn. */
function chain(n: number): (x: number) => number {
  return (x) => {
    let y = x;
    for (let i = 0; i < n; i++) y = i % 3 === 0 ? mul(y, 1.0001) : i % 3 === 1 ? add(y, x) : sin(y);
    return y;
  };
}

export function scalarFigures(): Figure[] {
  const gradient = grad(chain(OPS));
  const [bare, through, recorded] = medians([
    { name: "impl", run: repeat(halve) },
    { name: "wrapped", run: repeat(wrapped) },
    { name: "grad", run: () => gradient(0.5) },
  ]) as [number, number, number];
  return [
    {
      what: "untraced call, beyond its impl",
      measured: (through - bare) / OPS,
      limit: 20,
      unit: "ns",
      against: `impl ${(bare / OPS).toFixed(1)} ns`,
    },
    {
      what: "record + backward per op, chain of 1000",
      measured: recorded / OPS,
      limit: 120,
      unit: "ns",
      against: "a third each mul, add, sin",
    },
    ...longChain(),
  ];
}

/** Time per node at 1e5 and 1e6 nodes, and bytes per node while the tape is held. */
function longChain(): Figure[] {
  const time = (n: number): number => {
    const gradient = grad(chain(n));
    gradient(0.5);
    const start = performance.now();
    gradient(0.5);
    return ((performance.now() - start) * 1e6) / n;
  };
  const [short, long] = [time(1e5), time(1e6)];
  return [
    {
      what: "chain of 1e6: time per node over that of 1e5",
      measured: long / short,
      limit: 2,
      unit: "x",
      against: `${short.toFixed(0)} ns a node at 1e5`,
    },
    {
      what: "chain of 1e6: memory per node",
      measured: bytesPerNode(1e6),
      limit: 500,
      unit: "bytes",
      against: "heap at the end of the forward run",
    },
  ];
}

function bytesPerNode(n: number): number {
  const { gc } = globalThis as { gc?: () => void };
  gc?.();
  const before = process.memoryUsage().heapUsed;
  let after = before;
  const f = chain(n);
  grad((x: number) => {
    const y = f(x);
    gc?.();
    after = process.memoryUsage().heapUsed;
    return y;
  })(0.5);
  return (after - before) / n;
}
