/** Checking the derivatives of a function of values of any kind. */
import type { Space } from "@ndgrad/core";
import { checkFirstOrder } from "./first-order.js";
import { settings } from "./options.js";
import type { CheckOptions, Settings } from "./options.js";
import { Problem } from "./problem.js";
import type { Fn } from "./problem.js";
import { checkSecondOrder, pullOf, pushOf } from "./second-order.js";

/** Throws an Error that names the mode, order and argument of the first wrong derivative. */
export function checkGrads(
  spaces: readonly Space[],
  f: Fn,
  args: readonly unknown[],
  options: CheckOptions,
  who = "checkGrads",
): void {
  checkOrders(spaces, new Problem(spaces, who, f, args), settings(options));
}

function checkOrders(spaces: readonly Space[], problem: Problem, settings: Settings): void {
  checkFirstOrder(problem, settings);
  if (settings.order === 1) return;
  checkSecondOrder(problem, settings);
  if (settings.order === 2) return;
  // Beyond the second order, the derivatives are themselves functions to check.
  const { input, output, xs, who } = problem;
  const { modes, random } = settings;
  const lower = { ...settings, order: settings.order - 1 };
  const again = (f: Fn): void => checkOrders(spaces, new Problem(spaces, who, f, xs), lower);
  if (modes.includes("rev")) again(pullOf(problem, output.values(output.random(random))));
  if (modes.includes("fwd")) again(pushOf(problem, input.values(input.random(random))));
}
