/** The type of optimisers: pairs of pure functions over trees of parameters. */

/** The number of steps taken, and the trees (moments, velocities) that the method keeps between steps. */
export interface State<P> {
  readonly step: number;
  readonly trees: readonly P[];
}

/**
 * `init` makes the first state for some parameters; `update` computes new parameters and a new state from gradients,
 * state and parameters. Nothing is written in place, so any step can be kept, compared, or differentiated through.
 */
export interface Optimizer {
  init<P>(params: P): State<P>;
  update<P>(grads: P, state: State<P>, params: P): [params: P, state: State<P>];
}
