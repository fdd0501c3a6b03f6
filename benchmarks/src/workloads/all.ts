/** Every workload, in the order of the tables. */
import { longChains, shortChain } from "./chain.js";
import { classifier } from "./classifier.js";
import { elementwise } from "./elementwise.js";
import { logistic } from "./logistic.js";
import { lstm } from "./lstm.js";
import { mlp } from "./mlp.js";
import { products } from "./product.js";
import { networkJacobian, rosenbrockHessian, rosenbrockHvp } from "./rosenbrock.js";
import type { Workload } from "./workload.js";

export const workloads: readonly Workload[] = [
  ...[shortChain, mlp, classifier, logistic, elementwise, ...products, lstm],
  ...[rosenbrockHvp, rosenbrockHessian, networkJacobian],
];

export { longChains };
