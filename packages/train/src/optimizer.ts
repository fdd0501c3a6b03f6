/** What an optimiser is: a pair of pure functions over trees of parameters. */

/** The number of steps taken, and the running trees (moments, velocities) that the method keeps. */
export interface State<P> {
  readonly step: number;
  readonly trees: readonly P[];
}

/**
 * `init` makes the state for parameters; `update` takes gradients, state and parameters to new parameters and a new
 * state. Nothing is written in place, so any step can be kept, compared, or differentiated through.
 */
export interface Optimizer {
  init<P>(params: P): State<P>;
  update<P>(grads: P, state: State<P>, params: P): [params: P, state: State<P>];
}
