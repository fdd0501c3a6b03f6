/** The default backend: the fastest that needs no install. `setBackend({})` sets the reference in plain JavaScript. */
import { wasm } from "@ndgrad/backend-wasm";
import { setBackend } from "@ndgrad/kernels";

setBackend(wasm);
