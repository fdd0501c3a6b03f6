/** Choosing among several arrays, entry by entry. */
import { method } from "../../method.js";
import { ValueError } from "../../errors.js";
import type { Mask, Tensor } from "../../tensor.js";
import { where } from "./where.js";

/** The value where no condition holds, 0 by default. */
export interface SelectOptions {
  readonly default?: Tensor | undefined;
}

/**
 * Each entry comes from the first of `choices` whose condition holds there, else from `default`; all broadcast.
 * Its cotangent goes back to where it came from; no derivative flows into conditions. As with `where`, 0 times an
 * infinite slope in a choice not taken is NaN. Throws ValueError unless there is one condition for each choice.
 */
export const select: (
  conditions: readonly (Mask | Tensor)[],
  choices: readonly Tensor[],
  options?: SelectOptions,
) => Tensor = method("select", { default: 0 }, (conditions, choices, { default: otherwise }) => {
  if (conditions.length !== choices.length || conditions.length === 0)
    throw new ValueError(
      `expected one condition for each choice, got ${conditions.length} and ${choices.length}. ` +
        `Give the value elsewhere as the option default.`,
    );
  return choices.reduceRight<Tensor>((rest, choice, i) => where(conditions[i]!, choice, rest), otherwise);
});
