/** Showing progress: a bar in a terminal, ten lines elsewhere. */
import { SingleBar } from "cli-progress";
import type { Progress } from "./train.js";

export interface ProgressView {
  show(progress: Progress): void;
  done(): void;
}

export function progressView(): ProgressView {
  return process.stdout.isTTY ? bar() : lines();
}

function bar(): ProgressView {
  const view = new SingleBar({
    format: "training {bar} {percentage}% | loss {loss} | {eta_formatted} left",
    hideCursor: true,
  });
  let started = false;
  return {
    show({ step, steps, loss }) {
      if (!started) view.start(steps, 0, { loss: "" });
      started = true;
      view.update(step, { loss: loss.toFixed(4) });
    },
    done: () => view.stop(),
  };
}

function lines(): ProgressView {
  const start = performance.now();
  return {
    show({ step, steps, loss }) {
      if (step % Math.ceil(steps / 10) !== 0 && step !== steps) return;
      const left = ((performance.now() - start) / 1000) * (steps / step - 1);
      console.log(`step ${step} of ${steps}, loss ${loss.toFixed(4)}, ${left.toFixed(1)} s left`);
    },
    done: () => undefined,
  };
}
