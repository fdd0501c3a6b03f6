/** The backend to begin with: the fastest that needs no install. `setBackend({})` is the reference in plain JavaScript. */
import { wasm } from "@ndgrad/backend-wasm";
import { setBackend } from "@ndgrad/kernels";

setBackend(wasm);
