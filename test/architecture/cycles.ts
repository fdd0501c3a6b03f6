/** Import cycles, imports of types included. */
import type { Workspace } from "./workspace.js";

/** Each cycle once, as the list of its files. */
export function cycles(workspace: Workspace): string[] {
  const next = new Map<string, Set<string>>();
  for (const found of workspace.imports) {
    const target = workspace.target(found);
    if (target === undefined) continue;
    next.set(found.file, (next.get(found.file) ?? new Set()).add(target));
  }
  const circles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of next.get(file) ?? []) walk(target);
    path.pop();
    done.add(file);
  };
  for (const file of workspace.sources.keys()) walk(file);
  return circles;
}
