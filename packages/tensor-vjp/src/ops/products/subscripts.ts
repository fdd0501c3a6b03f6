/** The notation of einsum, parsed into one label per axis. */
import { ValueError } from "../../errors.js";

export interface Subscripts {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
}

/** Labels of operands of the given ranks. Axes under "..." get labels "…0", "…1", counted from the last. */
export function parse(subscripts: string, ranks: readonly number[]): Subscripts {
  const refuse = (expected: string, got: string): ValueError =>
    new ValueError(`expected ${expected}, got ${got} in "${subscripts}". Write e.g. "ij,jk->ik".`);
  const [left = "", right, ...more] = subscripts.replaceAll(" ", "").split("->");
  if (more.length > 0) throw refuse("one arrow", "more");
  const terms = left.split(",");
  if (terms.length !== ranks.length)
    throw refuse(`${ranks.length} terms for as many operands`, `${terms.length}`);

  const expand = (term: string, covered: number): string[] => {
    if (!/^[A-Za-z]*(\.\.\.)?[A-Za-z]*$/.test(term)) throw refuse("letters and at most one ...", `"${term}"`);
    const [before = "", after] = term.split("...");
    const axes = Array.from({ length: covered }, (_, i) => `…${covered - 1 - i}`);
    return after === undefined ? before.split("") : [...before.split(""), ...axes, ...after.split("")];
  };

  let widest = 0;
  const inputs = terms.map((term, k) => {
    const letters = term.replace("...", "").length;
    const covered = ranks[k]! - letters;
    if (covered < 0 || (covered > 0 && !term.includes("...")))
      throw refuse(`${ranks[k]} letters for operand ${k} of rank ${ranks[k]}`, `${letters}`);
    if (term.includes("...")) widest = Math.max(widest, covered);
    return expand(term, covered);
  });

  const output = right === undefined ? implicit(inputs, widest) : expand(right, widest);
  const known = new Set(inputs.flat());
  if (new Set(output).size !== output.length) throw refuse("each letter of the result once", `"${right}"`);
  const unknown = output.find((label) => !known.has(label));
  if (unknown !== undefined) throw refuse("letters of the result to occur in a term", `"${unknown}"`);
  return { inputs, output };
}

/** The axes under "..." first, then letters that occur once, in alphabetical order. */
function implicit(inputs: readonly (readonly string[])[], widest: number): string[] {
  const all = inputs.flat();
  const once = all.filter((label) => !label.startsWith("…") && all.filter((l) => l === label).length === 1);
  return [...Array.from({ length: widest }, (_, i) => `…${widest - 1 - i}`), ...once.sort()];
}
