/** Sums of cotangents: those of entries read from one array are scattered together, and whole arrays are added in place. */
import { Container } from "@ndgrad/core";
import type { Accumulator, Contribution } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { add } from "./primitives/elementwise/arithmetic.js";
import { scatter, Scattered } from "./primitives/index/selection.js";
import { MANY } from "./primitives/many.js";
import { asNd } from "./tensor.js";
import type { Nd, Tensor } from "./tensor.js";
import { isUniform } from "./views.js";

/** 100 reads of an array cost one array, not 100. A sum that involves a container is made by traced ops. */
export class TensorAccumulator implements Accumulator<Tensor> {
  /** The sum of the whole arrays. It may be an array that the caller owns, unless `isOurs`. */
  private sum: Tensor | undefined = undefined;
  /** Whether an addition made here created `sum`, so that it can be written to. */
  private isOurs = false;
  private parts: Scattered[] = [];

  add(g: Tensor | Contribution): void {
    if (g instanceof Scattered) this.addPart(g);
    // `Scattered` is the only contribution of this library.
    else this.addWhole(g as Tensor);
  }

  private addPart(part: Scattered): void {
    const target = this.target();
    if (target === undefined || part.g instanceof Container) this.parts.push(part);
    else part.selection.add(target, asNd(part.g));
  }

  private addWhole(g: Tensor): void {
    const target = this.target();
    if (target !== undefined && !(g instanceof Container)) kernels().add(target, target, g);
    else if (this.sum === undefined) this.sum = g;
    else {
      this.sum = add(this.sum, g);
      this.isOurs = !(this.sum instanceof Container);
    }
  }

  /** The sum so far, if it can be written to. One number read by strides of 0 can't. */
  private target(): Nd | undefined {
    const { sum } = this;
    return this.isOurs && typeof sum !== "number" && sum !== undefined && !isUniform(sum) ? sum : undefined;
  }

  total(): Tensor {
    for (let i = 0; i < this.parts.length; i += MANY) {
      const parts = this.parts.slice(i, i + MANY);
      const scattered = scatter(
        parts[0]!.shape,
        parts.map(({ selection }) => selection),
        ...parts.map(({ g }) => g),
      );
      this.sum = this.sum === undefined ? scattered : add(this.sum, scattered);
    }
    // Core asks for the total only after something was added.
    return this.sum!;
  }
}
