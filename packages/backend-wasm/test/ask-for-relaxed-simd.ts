/** Enables relaxed SIMD in older versions of V8. Import it before the backend. */
import { setFlagsFromString } from "node:v8";
import { hasRelaxedSimd } from "../src/module/relaxed.js";

if (!hasRelaxedSimd()) setFlagsFromString("--experimental-wasm-relaxed-simd");
