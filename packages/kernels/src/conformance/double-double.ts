/** Sums and products in twice the precision of float64 (Dekker 1971; Ogita, Rump & Oishi 2005). */

/** The sum of x[i] or, given y, of x[i] * y[i]. Finite entries must be below 2 ** 480 in absolute value. */
export function exactSum(x: ArrayLike<number>, y?: ArrayLike<number>): number {
  let high = 0;
  let low = 0;
  for (let i = 0; i < x.length; i++) {
    const term = y === undefined ? x[i]! : x[i]! * y[i]!;
    const sum = high + term;
    const z = sum - high;
    low += high - (sum - z) + (term - z) + (y === undefined ? 0 : productError(x[i]!, y[i]!, term));
    high = sum;
  }
  return Number.isFinite(high) ? high + low : high;
}

/** The product of all x[i]. */
export function exactProd(x: ArrayLike<number>): number {
  let high = 1;
  let low = 0;
  for (let i = 0; i < x.length; i++) {
    const product = high * x[i]!;
    low = low * x[i]! + productError(high, x[i]!, product);
    high = product;
  }
  return Number.isFinite(high) ? high + low : high;
}

/**
 * x * y - product, where product is x * y rounded. Splits the factors into halves of 26 bits, whose products are exact
 * (Veltkamp 1968).
 */
function productError(x: number, y: number, product: number): number {
  const xHigh = upperHalf(x);
  const yHigh = upperHalf(y);
  const xLow = x - xHigh;
  const yLow = y - yHigh;
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}

function upperHalf(x: number): number {
  const scaled = x * (2 ** 27 + 1);
  return scaled - (scaled - x);
}
