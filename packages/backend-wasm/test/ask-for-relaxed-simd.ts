/** To be imported before the backend: older versions of V8 have to be asked for relaxed SIMD. */
import { setFlagsFromString } from "node:v8";
import { hasRelaxedSimd } from "../src/module/relaxed.js";

if (!hasRelaxedSimd()) setFlagsFromString("--experimental-wasm-relaxed-simd");
