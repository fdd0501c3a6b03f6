/** Checks of derivatives for tensors, and the table of all ops with samples. */
import { checks } from "@ndgrad/check";
import { tensorSpace } from "../space.js";

export type { CheckOptions, Tested, Tolerances } from "@ndgrad/check";

export const { checkGrads, testRule } = checks([tensorSpace]);
export { Choices } from "./choices.js";
export { samplesOf, sample } from "./entry.js";
export type { OpEntry, Sample } from "./entry.js";
export { opTable } from "./table.js";
