/** Values inside of objects that a tree does not take apart: they would silently get no derivative. */

/**
 * Does `root`, an instance of an unregistered class, hold a value anywhere below? Maps, sets, lists and plain objects are
 * looked through, and so are instances further down, where numbers are taken for settings.
 */
export function hidesValue(
  root: object,
  isValue: (x: unknown) => boolean,
  isConstant: (x: object) => boolean,
  isPlain: (x: object) => boolean,
): boolean {
  const seen = new Set<object>([root]);
  const [todo, withinInstance] = [[root], new Set<object>()];
  // A loop, not recursion: what users hang into their objects may be deep, and may have cycles.
  for (let x = todo.pop(); x !== undefined; x = todo.pop()) {
    const isBelow = withinInstance.has(x);
    for (const child of childrenOf(x)) {
      const isObject = typeof child === "object" && child !== null;
      if (isValue(child) && (isObject || !isBelow)) return true;
      if (!isObject || seen.has(child) || isConstant(child)) continue;
      seen.add(child);
      if (isBelow || !isPlain(child)) withinInstance.add(child);
      todo.push(child);
    }
  }
  return false;
}

function childrenOf(x: object): readonly unknown[] {
  return x instanceof Map || x instanceof Set ? [...x.values()] : Object.values(x);
}
