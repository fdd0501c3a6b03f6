/** Maps the entries of a table: a table of kernels from a table of functions. */
export function mapTable<K extends string, V, R>(
  table: Readonly<Record<K, V>>,
  f: (name: K, value: V) => R,
): Record<K, R> {
  const out: Partial<Record<K, R>> = {};
  for (const name in table) out[name] = f(name, table[name]);
  // The loop has set every key of `table`.
  return out as Record<K, R>;
}
