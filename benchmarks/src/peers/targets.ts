/** Upper limits for our time relative to torch, eager and on one thread. */

interface Target {
  readonly default: number;
  readonly blas: number;
}

/** By workload, for the default backend and with a BLAS. */
export const targets: Readonly<Record<string, Target>> = {
  "W1 grad": { default: 0.03, blas: 0.03 },
  "W2 step": { default: 0.3, blas: 0.25 },
  "W3 step": { default: 2.2, blas: 1 },
  "W4 grad": { default: 0.8, blas: 0.5 },
  "W5 grad": { default: 0.85, blas: 0.85 },
  "W6 64": { default: 1.9, blas: 0.6 },
  "W6 512": { default: 3.8, blas: 1.05 },
  "W7 step": { default: 0.65, blas: 0.45 },
  "W8 hvp": { default: 0.1, blas: 0.1 },
  "W8 hessian": { default: 0.12, blas: 0.12 },
  "W8 jacobian": { default: 0.3, blas: 0.3 },
};
