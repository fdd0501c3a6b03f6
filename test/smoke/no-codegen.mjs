/**
 * The default path generates no code from strings: training, vmap and second derivatives run where that is forbidden.
 */
import { spawnSync } from "node:child_process";

const program = `
  import { array, grad, hessian, mul, sum, tanh, vmap } from "@ndgrad/tensor-vjp";
  const f = (x) => sum(mul(tanh(x), x));
  const x = array([[1, 2], [3, 4]]);
  grad(f)(x);
  vmap(grad(f))(x);
  hessian(f)(array([0.5, -1]));
  array([[[[1]]]]).pick(0).transpose(2, 1, 0).step(-1).get(0, 0, 0);
  await import("./dist/digits/main.js");
`;
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  ["--disallow-code-generation-from-strings", "--input-type=module", "-e", program],
  { cwd: new URL("../../examples", import.meta.url), encoding: "utf8" },
);
if (status !== 0) {
  console.error(stdout + stderr);
  process.exit(1);
}
