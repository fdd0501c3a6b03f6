import { array, concatenate, grad, jvp, mul, stack, sum, toArray, vjp } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";

const MANY = 60_000;

test("60,000 operands overflow no stack, in any mode", () => {
  const joins: readonly ((x: number) => Nd)[] = [
    (x) => array(Array<number>(MANY).fill(x)),
    (x) => stack(Array<number>(MANY).fill(x)),
    (x) => concatenate(Array<Tensor>(MANY).fill(stack([x]))),
  ];
  for (const join of joins) {
    expect(join(3).shape).toEqual([MANY]);
    expect(grad((x: number) => sum(join(x)))(3)).toBe(MANY);
    expect(jvp((x: number) => sum(mul(join(x), x)), [3], [1])).toEqual([9 * MANY, 6 * MANY]);
    const [y, pull] = vjp(join, 3);
    expect([sum(y), pull(y)]).toEqual([3 * MANY, [3 * MANY]]);
  }
});

test("each of many different operands is at its place", () => {
  const x = array(Array.from({ length: 25_000 }, (_, i) => i % 100));
  const again = (y: Nd): Nd => stack(Array.from({ length: 25_000 }, (_, i) => y.get(i)));
  const [y, pull] = vjp(again, x);
  expect(toArray(y)).toEqual(toArray(x));
  expect(toArray(pull(x)[0])).toEqual(toArray(x));
});
