/** Options of the checks, and their defaults. */
import { seeded } from "./random.js";
import type { Random } from "./random.js";

export type Mode = "fwd" | "rev";

export interface Tolerances {
  /** First derivatives against differences; relative, as are all of these. */
  readonly differences: number;
  /** Second derivatives against differences of first ones. */
  readonly secondDifferences: number;
  /** ⟨g, J t⟩ = ⟨Jᵀ g, t⟩, relative to the sum of the absolute products. */
  readonly dot: number;
  /** Nestings of the modes against each other. */
  readonly nestings: number;
  /** Rules are linear in their cotangent or tangent. */
  readonly linearity: number;
}

export interface CheckOptions {
  /** Forward (jvp), reverse (vjp), or both, which are then also compared with each other. */
  readonly modes?: readonly Mode[];
  /** The highest order of derivatives to check, 1 or more; 2 by default. */
  readonly order?: number;
  readonly seed?: number;
  /** Random directions per argument; 3 by default. */
  readonly directions?: number;
  readonly tolerances?: Partial<Tolerances>;
}

/** Options with defaults filled in. */
export interface Settings {
  readonly modes: readonly Mode[];
  readonly order: number;
  readonly directions: number;
  readonly tolerances: Tolerances;
  readonly random: Random;
}

/** Extrapolated differences of well-scaled functions are accurate to about 1e-11, rules to rounding. */
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
