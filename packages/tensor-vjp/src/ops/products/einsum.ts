/** Einstein summation. */
import { variadic } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { arrange, contract, takeDiagonals, sumOut } from "./labelled.js";
import type { Labelled } from "./labelled.js";
import { reshape } from "../shape/reshape.js";
import { parse } from "./subscripts.js";

/**
 * Einstein summation, NumPy's `einsum`: "ij,jk->ik" multiplies matrices, "ii->i" takes a diagonal, "ij->" sums everything,
 * "...ij->...ji" transposes stacks. Without "->", the letters that occur once form the result, in alphabetical order.
 * Operands are contracted two at a time, the cheapest pair first. Linear in each operand.
 * Throws ValueError for subscripts that are malformed or do not fit a rank, ShapeError where sizes disagree.
 */
export const einsum: (subscripts: string, ...operands: Tensor[]) => Tensor = variadic(
  "einsum",
  (subscripts, ...operands) => {
    const ranks = operands.map((x) => shapeOf(x).length);
    const { inputs, output } = parse(subscripts, ranks);
    const sizes = labelSizes(operands, inputs);
    let terms = operands.map((x, i) => takeDiagonals(dropBroadcastAxes({ x, labels: inputs[i]! }, sizes)));
    while (terms.length > 1) {
      const [i, j] = cheapestPair(terms, sizes);
      const rest = terms.filter((_, k) => k !== i && k !== j);
      const needed = new Set([...output, ...rest.flatMap((t) => t.labels)]);
      const [a, b] = [terms[i]!, terms[j]!];
      const alone = (t: Labelled, other: Labelled): Labelled =>
        sumOut(t, new Set([...needed, ...other.labels]));
      terms = [...rest, contract(alone(a, b), alone(b, a), needed)];
    }
    const last = sumOut(terms[0]!, new Set(output));
    return arrange(last, output).x;
  },
);

/** The size of each label. Throws ShapeError unless all its sizes agree or are 1. */
function labelSizes(
  operands: readonly Tensor[],
  inputs: readonly (readonly string[])[],
): Map<string, number> {
  const sizes = new Map<string, number>();
  inputs.forEach((labels, k) => {
    labels.forEach((label, a) => {
      const n = shapeOf(operands[k]!)[a]!;
      const known = sizes.get(label) ?? 1;
      if (known !== 1 && n !== 1 && known !== n)
        throw new ShapeError(
          `expected one size for ${label}, got ${known} and ${n} (operand ${k} of shape [${shapeOf(operands[k]!).join(",")}]). ` +
            `Sizes of one letter must agree or be 1.`,
        );
      sizes.set(label, known === 1 ? n : known);
    });
  });
  return sizes;
}

/** Drop axes of size 1 that broadcast against a larger size of their label: they carry no index. */
function dropBroadcastAxes({ x, labels }: Labelled, sizes: ReadonlyMap<string, number>): Labelled {
  const shape = shapeOf(x);
  const kept = [...labels.keys()].filter((a) => shape[a] === sizes.get(labels[a]!));
  if (kept.length === labels.length) return { x, labels };
  return { x: reshape(x, kept.map((a) => shape[a]!)), labels: kept.map((a) => labels[a]!) }; // prettier-ignore
}

/** The two terms whose product, over all letters of both, is smallest. */
function cheapestPair(terms: readonly Labelled[], sizes: ReadonlyMap<string, number>): [number, number] {
  let best: [number, number] = [0, 1];
  let least = Infinity;
  for (let i = 0; i < terms.length; i++)
    for (let j = i + 1; j < terms.length; j++) {
      const labels = new Set([...terms[i]!.labels, ...terms[j]!.labels]);
      const cost = [...labels].reduce((n, label) => n * sizes.get(label)!, 1);
      if (cost < least) [best, least] = [[i, j], cost];
    }
  return best;
}
