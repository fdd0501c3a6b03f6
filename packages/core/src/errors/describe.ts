/** Values of no known kind, in words, for error messages. */

/** A few words, however long or deep the value is; a list shows its first entries. */
export function describeForeign(value: unknown): string {
  if (Array.isArray(value)) return describeList(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "function") return "a function";
  if (typeof value === "undefined") return "undefined";
  if (typeof value !== "object")
    return `${typeof value} ${(value as number | string | bigint | symbol).toString()}`;
  if (value instanceof Promise) return "a Promise";
  return `an object of class ${classOf(value)}`;
}

/** The name of the class of `x`, which may have none. */
export function classOf(x: object): string {
  const made: unknown = Object.getPrototypeOf(x) === null ? undefined : x.constructor;
  return typeof made === "function" ? made.name : "null";
}

function describeList(list: readonly unknown[]): string {
  if (list.length > 4) return `a list of ${list.length}`;
  return `[${list.map((x) => (Array.isArray(x) && x.length > 0 ? `a list of ${x.length}` : describeForeign(x))).join(", ")}]`;
}
