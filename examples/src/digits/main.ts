/** The main job: learn to read handwritten digits, print the accuracy, and write a report to out/. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { graph, random } from "@ndgrad/tensor-vjp";
import { loadDigits, subset } from "./data.js";
import { initialise, loss } from "./model.js";
import { progressView } from "./progress.js";
import { report } from "./report.js";
import { evaluate, train } from "./train.js";

const SEED = 7;
const EPOCHS = 30;
const OUT = "out";

const start = performance.now();
const [splitKey, trainKey] = random.split(random.key(SEED)) as [random.Key, random.Key];
const { train: data, heldOut } = loadDigits(splitKey);
console.log(`${data.labels.length} digits for training, ${heldOut.labels.length} held out.`);

const view = progressView();
const { params, losses } = train(trainKey, data, EPOCHS, (progress) => view.show(progress));
view.done();

const evaluation = evaluate(params, heldOut);
const seconds = (performance.now() - start) / 1000;
const wrong = heldOut.labels.length - Math.round(evaluation.accuracy * heldOut.labels.length);
console.log(
  `held-out accuracy ${(100 * evaluation.accuracy).toFixed(2)} % (${wrong} misread), in ${seconds.toFixed(1)} s`,
);

const firstStep = graph(
  loss,
  initialise(trainKey),
  subset(
    data,
    Int32Array.from({ length: 32 }, (_, i) => i),
  ),
);
mkdirSync(OUT, { recursive: true });
const path = join(OUT, "report.html");
writeFileSync(path, await report({ losses, evaluation, heldOut, firstStep, seconds }));
console.log(`report: ${path}`);
