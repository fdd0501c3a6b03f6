/** Our engine under `bench:peers`. Arguments: the backends to use, later ones first in line. */
import { wasm } from "@ndgrad/backend-wasm";
import { loadBlas } from "@ndgrad/backend-blas";
import { setBackend } from "@ndgrad/tensor-vjp";
import { longChains, workloads } from "../workloads/all.js";
import { serve } from "./serve-loop.js";

const names = process.argv.slice(2);
setBackend({ ...(names.includes("wasm") ? wasm : {}), ...(names.includes("blas") ? loadBlas() : {}) });
await serve([...workloads, ...longChains]);
