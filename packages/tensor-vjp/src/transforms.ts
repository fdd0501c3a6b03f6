/** Core's transforms, for tensors. */
import { transforms } from "@ndgrad/core";
import { tensorSpace } from "./space.js";

export const {
  batch,
  checkpoint,
  customJvp,
  customVjp,
  debugNans,
  elementwiseGrad,
  fixedPoint,
  flatten,
  ggnvp,
  grad,
  graph,
  hvp,
  jvp,
  linearize,
  replay,
  scoped,
  stopGradient,
  valueAndGrad,
  vjp,
} = transforms([tensorSpace]);
