/** Which kernels are in use: one process-wide setting, which changes speed and never meaning. */
import { createArena } from "./arena.js";
import type { Backend, Kernels } from "./kernels.js";
import { reference } from "./reference/index.js";

const arena = createArena();
let active: Active = { ...reference, memory: arena };

/** All kernels, and where intermediate values of traces live. */
type Active = Kernels & Required<Pick<Backend, "memory">>;

/** The kernels in use. */
export function kernels(): Active {
  return active;
}

/** Use `backend`'s kernels from now on, the reference's where it has none. `setBackend({})` is the reference alone. */
export function setBackend(backend: Backend): void {
  active = { ...reference, memory: arena, ...backend };
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
