/** Find a complex root of z³ = 1 by descending |z³ − 1|². */
import { add, Complex, inner, mul, scale, valueAndGrad } from "./complex.js";

const minusOne = new Complex(-1, 0);

function loss(z: Complex): number {
  const p = add(mul(z, mul(z, z)), minusOne);
  return inner(p, p);
}

let z = new Complex(-1, 0.5);
for (let step = 0; step < 60; step++) {
  const [value, gradient] = valueAndGrad(loss)(z);
  if (step % 15 === 0)
    console.log(
      `step ${step}: |z³ - 1|² = ${value.toExponential(2)} at ${z.re.toFixed(4)} + ${z.im.toFixed(4)}i`,
    );
  z = add(z, scale(-0.05, gradient));
}
console.log(`root: ${z.re.toFixed(6)} + ${z.im.toFixed(6)}i`);
