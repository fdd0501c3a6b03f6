/** Checks of derivatives for functions of any kind of value. */
import type { Args, PrimitiveFn, Space } from "@ndgrad/core";
import type { Fn } from "./problem.js";
import { checkGrads } from "./check-grads.js";
import type { CheckOptions } from "./options.js";
import { testRule } from "./test-rule.js";
import type { Tested } from "./test-rule.js";

export type { CheckOptions, Mode, Tolerances } from "./options.js";
export { seeded } from "./random.js";
export type { Random } from "./random.js";
export type { Tested } from "./test-rule.js";

/** The checks for values of given kinds. */
export interface Checks {
  /**
   * Check the derivatives of `f` at `args` along seeded random directions: jvp and vjp against extrapolated central
   * differences, ⟨g, J t⟩ = ⟨Jᵀ g, t⟩, and to second order all nestings of the modes against differences and each
   * other. Arguments and result may be trees. Throws an Error that names mode, order and argument, with both values.
   */
  readonly checkGrads: <A extends Args>(f: (...args: A) => unknown, args: A, options?: CheckOptions) => void;
  /**
   * Check the rules of one primitive at `args`: they have the right form, are linear, agree with differences and
   * between modes, write to nothing, hold for a second call of a pull and for partly traced calls, and are exact to
   * second order.
   * Throws an Error that names the broken contract; returns what could be tested.
   */
  readonly testRule: <A extends Args>(fn: PrimitiveFn<A, unknown>, ...args: A) => Tested;
}

/** Checks for the kinds of value that `spaces` describe, as `transforms(spaces)` gives the transforms for them. */
export function checks(spaces: readonly Space[]): Checks {
  const erased = {
    checkGrads: (f: Fn, args: Args, options: CheckOptions = {}) => checkGrads(spaces, f, args, options),
    testRule: (fn: PrimitiveFn<Args, unknown>, ...args: Args) => testRule(spaces, fn, args),
  };
  // The interface states the types of a user's function; inside, values have type unknown.
  return erased as Checks;
}
