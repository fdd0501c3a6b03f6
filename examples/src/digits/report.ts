/** The report: one self-contained HTML page. */
/// <reference lib="dom" />
import { cell, lineY, plot, text } from "@observablehq/plot";
import type { PlotOptions } from "@observablehq/plot";
import { graphDot } from "@ndgrad/core";
import type { Graph } from "@ndgrad/core";
import { instance } from "@viz-js/viz";
import { parseHTML } from "linkedom";
import type { Digits } from "./data.js";
import type { Evaluation } from "./train.js";

export interface Findings {
  readonly losses: readonly number[];
  readonly evaluation: Evaluation;
  readonly heldOut: Digits;
  readonly firstStep: Graph;
  readonly seconds: number;
}

export async function report({ losses, evaluation, heldOut, firstStep, seconds }: Findings): Promise<string> {
  const viz = await instance();
  const picture = viz.renderString(graphDot(firstStep), { format: "svg" }).replace(/^[\s\S]*?(?=<svg)/, "");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Handwritten digits</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
  figure { margin: 1.5rem 0; }
  figcaption { color: #555; font-size: 0.9rem; }
  .digits { display: flex; flex-wrap: wrap; gap: 1rem; }
  .digits figure { margin: 0; text-align: center; }
  .graph svg { max-width: 100%; height: auto; }
</style>
</head>
<body>
<h1>Handwritten digits</h1>
<p>${losses.length} steps in ${seconds.toFixed(1)} s. Held-out accuracy
<strong>${(100 * evaluation.accuracy).toFixed(2)} %</strong> on ${heldOut.labels.length} digits.</p>
<h2>Loss</h2>
<figure>${lossCurve(losses)}<figcaption>Cross-entropy of each mini-batch, and its mean over 45 steps, on a log scale.</figcaption></figure>
<h2>Confusion</h2>
<figure>${confusionMatrix(evaluation.confusion)}<figcaption>Rows: the digit that was written. Columns: the digit that was read.</figcaption></figure>
<h2>Misread</h2>
${misread(evaluation, heldOut)}
<h2>The graph of the first step</h2>
<figure class="graph">${picture}<figcaption>The ops that the loss applies. Boxes are parameters and data; the result has a double outline.</figcaption></figure>
</body>
</html>
`;
}

/** Plot draws into a document, which Node lacks, so this creates one. */
function svg(options: PlotOptions): string {
  return plot({ ...options, document: parseHTML("<body></body>").document }).outerHTML;
}

function lossCurve(losses: readonly number[]): string {
  const window = 45;
  const points = losses.map((loss, step) => {
    const recent = losses.slice(Math.max(0, step - window + 1), step + 1);
    return { step, loss, mean: recent.reduce((a, b) => a + b, 0) / recent.length };
  });
  return svg({
    width: 860,
    height: 320,
    y: { type: "log", label: "loss", grid: true },
    marks: [
      lineY(points, { x: "step", y: "loss", stroke: "#bbb", strokeWidth: 0.7 }),
      lineY(points, { x: "step", y: "mean", stroke: "#06c" }),
    ],
  });
}

function confusionMatrix(confusion: Evaluation["confusion"]): string {
  const cells = confusion.flatMap((row, truth) => row.map((count, read) => ({ truth, read, count })));
  return svg({
    width: 460,
    height: 440,
    padding: 0.05,
    x: { label: "read", axis: "top" },
    y: { label: "written" },
    color: { scheme: "blues", type: "sqrt" },
    marks: [
      cell(cells, { x: "read", y: "truth", fill: "count" }),
      text(cells, {
        x: "read",
        y: "truth",
        text: (c: { count: number }) => (c.count === 0 ? "" : String(c.count)),
        fill: (c: { count: number }) => (c.count > 12 ? "white" : "black"),
      }),
    ],
  });
}

/** Up to 16 misread digits, drawn pixel by pixel. */
function misread({ predictions }: Evaluation, { images, labels }: Digits): string {
  const wrong = [...labels.keys()].filter((i) => predictions[i] !== labels[i]).slice(0, 16);
  if (wrong.length === 0) return "<p>None.</p>";
  const figures = wrong.map((i) => {
    const pixels = Array.from({ length: 64 }, (_, p) => {
      const shade = Math.round(255 * (1 - images.get(i, p)));
      return `<rect x="${p % 8}" y="${Math.floor(p / 8)}" width="1" height="1" fill="rgb(${shade},${shade},${shade})"/>`;
    });
    return `<figure><svg width="72" height="72" viewBox="0 0 8 8" shape-rendering="crispEdges">${pixels.join("")}</svg>
<figcaption>${labels[i]} read as ${predictions[i]}</figcaption></figure>`;
  });
  return `<div class="digits">${figures.join("\n")}</div>`;
}
