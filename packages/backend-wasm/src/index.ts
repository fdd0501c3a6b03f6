/** Kernels in WebAssembly SIMD, and memory for arrays to live where they run. */
import type { Backend } from "@ndgrad/kernels";
import { backend } from "./backend.js";
import { bytes as fma } from "./module/bytes.fma.js";
import { load } from "./module/load.js";
import { wasmMemory } from "./module/memory.js";
import { plain } from "./module/plain.js";
import { hasRelaxedSimd } from "./module/relaxed.js";
import { createTraceMemory } from "./trace-memory.js";

export { memory } from "./arena.js";
export { createTraceMemory } from "./trace-memory.js";

const traceMemory = createTraceMemory();

/** The same last digits on every machine: products and sums are rounded one by one. Empty where no memory could be reserved. */
export const wasmPlain: Backend = wasmMemory === undefined ? {} : { ...backend(plain), memory: traceMemory };

/** The fastest that this engine can run: multiply-add with one rounding, where it has relaxed SIMD. */
export const wasm: Backend =
  wasmMemory !== undefined && hasRelaxedSimd() ? { ...backend(load(fma)), memory: traceMemory } : wasmPlain;
