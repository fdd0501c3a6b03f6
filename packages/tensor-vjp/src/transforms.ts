/** Core's transforms, for tensors. */
import { transforms } from "@ndgrad/core";
import { tensorSpace } from "./space.js";

export const {
  batch,
  checkpoint,
  customJvp,
  customVjp,
  elementwiseGrad,
  flatten,
  grad,
  graph,
  hvp,
  jvp,
  linearize,
  stopGradient,
  valueAndGrad,
  vjp,
} = transforms([tensorSpace]);
