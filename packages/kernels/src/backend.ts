/** Which kernels are in use: one process-wide setting, which changes speed and never meaning. */
import { createArena } from "./arena.js";
import type { Backend, Kernels } from "./kernels.js";
import { reference } from "./reference/index.js";

const arena = createArena();
const initial: Active = { ...reference, memory: arena };
let active = initial;

/** All kernels, and where intermediate values of traces live. */
type Active = Kernels & Required<Pick<Backend, "memory">>;

/** The kernels in use. */
export function kernels(): Active {
  return active;
}

/** A function for `kernels()[name]` that looks it up once per backend: ops ask by a name that V8 does not know. */
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

/** Use `backend`'s kernels from now on, the reference's where it has none. `setBackend({})` is the reference alone. */
export function setBackend(backend: Backend): void {
  check(backend);
  active = { ...initial, ...backend };
}

/** Run `f` on `backend`'s kernels, then return to those in use before, also after an exception. */
export function withBackend<R>(backend: Backend, f: () => R): R {
  const before = active;
  setBackend(backend);
  try {
    return f();
  } finally {
    active = before;
  }
}

/** A misspelt kernel would never be called, and nobody would know. */
function check(backend: Backend): void {
  // From plain JavaScript anything may come.
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
