/** Kernels in WebAssembly SIMD, and an arena for arrays in the memory where they run. */
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

/**
 * Rounds each product and each sum, so it gives the same digits on every machine. Empty if no memory could be reserved.
 */
export const wasmPlain: Backend = wasmMemory === undefined ? {} : { ...backend(plain), memory: traceMemory };

/** The fastest build that this engine can run: with fused multiply-add if it has relaxed SIMD, else `wasmPlain`. */
export const wasm: Backend =
  wasmMemory !== undefined && hasRelaxedSimd() ? { ...backend(load(fma)), memory: traceMemory } : wasmPlain;
