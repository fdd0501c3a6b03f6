/** The kernels in use: a process-wide setting, which changes speed and never meaning. */
import { createArena } from "./arena.js";
import type { Backend, Kernels } from "./kernels.js";
import { reference } from "./reference/index.js";

const arena = createArena();
const initial: Active = { ...reference, memory: arena };
let active = initial;

/** All kernels, and the memory for intermediate values of traces. */
type Active = Kernels & Required<Pick<Backend, "memory">>;

/** The kernels in use. */
export function kernels(): Active {
  return active;
}

/**
 * Returns a function for `kernels()[name]` that looks the kernel up once per backend: V8 is slow at names that vary.
 */
export function kernelNamed<K extends keyof Kernels>(name: K): () => Kernels[K] {
  let from = active;
  let kernel: Kernels[K] = active[name];
  return () => {
    if (from !== active) {
      from = active;
      kernel = active[name];
    }
    return kernel;
  };
}

/**
 * Uses `backend`'s kernels from now on, and the reference's for those that it lacks. `setBackend({})` selects the
 * reference. Throws TypeError for anything that is not an object of kernels.
 */
export function setBackend(backend: Backend): void {
  check(backend);
  active = { ...initial, ...backend };
}

/** Runs `f` on `backend`'s kernels, then restores those in use before, even after an exception. */
export function withBackend<R>(backend: Backend, f: () => R): R {
  const before = active;
  setBackend(backend);
  try {
    return f();
  } finally {
    active = before;
  }
}

/** A misspelt kernel would never be called, and nobody would notice. */
function check(backend: Backend): void {
  // Plain JavaScript may pass anything.
  const given: unknown = backend;
  if (typeof given !== "object" || given === null)
    throw new TypeError(
      `setBackend: expected an object of kernels, got ${String(given)}. {} is the reference.`,
    );
  for (const [name, value] of Object.entries(given)) {
    if (!(name in initial))
      throw new TypeError(
        `setBackend: expected kernels by the names of Kernels, got ${name}. Check the spelling, or omit it.`,
      );
    const kind = typeof initial[name as keyof Active];
    if (typeof value !== kind)
      throw new TypeError(
        `setBackend: expected ${name} to be of type ${kind}, got ${String(value)}. Omit the kernels that you don't implement.`,
      );
  }
}
