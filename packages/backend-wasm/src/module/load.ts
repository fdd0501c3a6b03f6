/** Compiles the kernels synchronously and links them to the memory. */
import { host } from "./host.js";
import { wasmMemory } from "./memory.js";

/** A function of the module. Lengths are in entries, addresses and steps in bytes. */
export type Run = (...args: number[]) => void;
export type Exports = Readonly<Record<string, Run>>;

export function load(base64: string): Exports {
  if (wasmMemory === undefined) return {};
  // V8 calls these two directly, without a wrapper.
  const imports = { env: { memory: wasmMemory }, trig: { hostSin: Math.sin, hostCos: Math.cos } };
  // The sources in assembly/ export only functions of numbers.
  return new host.WebAssembly.Instance(new host.WebAssembly.Module(decode(base64)), imports)
    .exports as Exports;
}

function decode(base64: string): Uint8Array {
  const text = host.atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** An exported function of the module. Without a memory, a function that does nothing and is never called. */
export function exported(exports: Exports, name: string): Run {
  const run = exports[name] ?? (wasmMemory === undefined ? () => undefined : undefined);
  if (run === undefined) {
    throw new Error(`backend-wasm: expected an export "${name}", got none. Run scripts/build.mjs.`);
  }
  return run;
}
