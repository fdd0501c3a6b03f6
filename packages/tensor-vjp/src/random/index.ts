/** Random numbers from keys: no hidden state, reproducible across machines. */
export { bernoulli, categorical, permutation, randint } from "./choose.js";
export type { CategoricalOptions } from "./choose.js";
export { normal, uniform } from "./draw.js";
export type { NormalOptions, UniformOptions } from "./draw.js";
export { foldIn, key, split } from "./key.js";
export type { Key } from "./key.js";
