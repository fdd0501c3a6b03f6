/** What a check of derivatives can be asked for. */
import { seeded } from "./random.js";
import type { Random } from "./random.js";

export type Mode = "fwd" | "rev";

export interface Tolerances {
  /** First derivatives against differences, relative. */
  readonly differences: number;
  /** Second derivatives against differences of first ones. */
  readonly secondDifferences: number;
  /** ⟨g, J t⟩ = ⟨Jᵀ g, t⟩, relative to what the products are made of. */
  readonly dot: number;
  /** The nestings of modes against each other. */
  readonly nestings: number;
  /** Rules are linear in their cotangent or tangent. */
  readonly linearity: number;
}

export interface CheckOptions {
  /** Forward (jvp), reverse (vjp), or both, which are then compared too. */
  readonly modes?: readonly Mode[];
  /** Up to which order derivatives are checked, 1 or more. */
  readonly order?: number;
  readonly seed?: number;
  /** How many random directions per argument. */
  readonly directions?: number;
  readonly tolerances?: Partial<Tolerances>;
}

/** Options with nothing left out. */
export interface Settings {
  readonly modes: readonly Mode[];
  readonly order: number;
  readonly directions: number;
  readonly tolerances: Tolerances;
  readonly random: Random;
}

/** Extrapolated differences are good to about 1e-11 of well-scaled functions; rules to rounding. */
const DEFAULTS: Tolerances = {
  differences: 1e-7,
  secondDifferences: 1e-6,
  dot: 1e-12,
  nestings: 1e-10,
  linearity: 1e-12,
};

export function settings(options: CheckOptions): Settings {
  const { modes = ["fwd", "rev"], order = 2, seed = 0, directions = 3, tolerances } = options;
  return { modes, order, directions, tolerances: { ...DEFAULTS, ...tolerances }, random: seeded(seed) };
}
