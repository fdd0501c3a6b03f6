/** Values of no known kind, in words, for error messages. */

export function describeForeign(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(describeForeign).join(", ")}]`;
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "function") return "a function";
  if (typeof value === "undefined") return "undefined";
  if (typeof value !== "object")
    return `${typeof value} ${(value as number | string | bigint | symbol).toString()}`;
  if (value instanceof Promise) return "a Promise";
  const proto: unknown = Object.getPrototypeOf(value);
  return `an object of class ${proto === null ? "null" : value.constructor.name}`;
}
