/** A backend of one's own: four kernels that count their calls, the rest as they were. */
import { reference } from "@ndgrad/kernels";
import type { Backend, Kernels } from "@ndgrad/kernels";

/** The kernels of `inner` by these names, each adding to its count before it runs. */
export function counting<K extends keyof Kernels>(
  inner: Kernels,
  names: readonly K[],
): { readonly backend: Backend; readonly calls: Record<K, number> } {
  const calls = Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
  const counted = names.map((name) => {
    const kernel = inner[name] as (...args: unknown[]) => void;
    const count = (...args: unknown[]): void => {
      calls[name]++;
      kernel(...args);
    };
    return [name, count];
  });
  // Each kernel is called with the arguments that it was declared for.
  return { backend: Object.fromEntries(counted) as Backend, calls };
}

export const { backend, calls } = counting(reference, ["matmul", "tanh", "sum", "add"]);
