/** Which kernels are in use: one process-wide setting, which changes speed and never meaning. */
import type { Backend, Kernels } from "./kernels.js";
import { reference } from "./reference/index.js";

let active: Kernels = reference;

/** The kernels in use. */
export function kernels(): Kernels {
  return active;
}

/** Use `backend`'s kernels from now on, the reference's where it has none. `setBackend({})` is the reference alone. */
export function setBackend(backend: Backend): void {
  active = { ...reference, ...backend };
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
