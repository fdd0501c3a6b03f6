/** Memory that is taken back when the outermost transform ends: nothing that a user holds may lie in it. */
import { inspect } from "node:util";
import { getValue, primitive } from "@ndgrad/core";
import { createArena, kernels, reference, rowMajor, sizeOf } from "@ndgrad/kernels";
import type { Kernels, Memory } from "@ndgrad/kernels";
import {
  add, array, at, checkpoint, customVjp, diagonal, exp, flip, floor, grad, hvp, jacobian, jvp, linearize, mul, ones, ravel, reshape, rot90, scoped, setBackend, sigmoid, sin, slice, softplus, square, stack, stopGradient, sub, sum, tanh, toArray, transpose, valueAndGrad, vjp, vmap,
} from "@ndgrad/tensor-vjp"; // prettier-ignore
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";

/** The arena of the tests, which writes NaN over what it takes back, and counts. */
const counts = { allocated: 0, released: 0, live: 0 };
function watched(): Memory {
  const arena = createArena({ poison: true });
  return {
    begin: () => arena.begin(),
    allocate(shape, stride) {
      counts.allocated++;
      counts.live += shape.reduce((n, d) => n * d, 1);
      return arena.allocate(shape, stride);
    },
    owns: (x) => arena.owns(x),
    release() {
      counts.released++;
      counts.live = 0;
      arena.release();
    },
  };
}

beforeEach(() => {
  Object.assign(counts, { allocated: 0, released: 0, live: 0 });
  setBackend({ memory: watched() });
});
afterAll(() => setBackend({}));

const x = array(Array.from({ length: 20 }, (_, i) => 0.1 * i - 0.7));
const numbers = (t: Tensor): unknown => toArray(t);
const loss = (y: Tensor): number => sum(mul(sin(y), exp(tanh(y))));
/** The derivatives of `loss`, in ordinary memory. */
const known = (() => {
  setBackend({ memory: createArena() });
  return { grad: numbers(grad(loss)(x)), hvp: numbers(hvp(loss)(x, x)), value: loss(x) };
})();

test("gradients come from the memory, leave it, and it is taken back once at the end", () => {
  const g = grad(loss)(x);
  expect(counts).toEqual({ allocated: expect.any(Number) as number, released: 1, live: 0 });
  expect(counts.allocated).toBeGreaterThan(6);
  hvp(loss)(x, x);
  expect(counts.released).toBe(2);
  expect(numbers(g)).toEqual(known.grad);
  expect(numbers(hvp(loss)(x, x))).toEqual(known.hvp);
});

test.each([1, 9, 511, 512, 5000])("results of %s numbers have buffers of their own", (n) => {
  const y = ones([n]);
  const results = [add(y, 1), grad((z: Tensor) => sum(square(z)))(y), ...valueAndGrad(loss)(y).slice(1)] as Nd[]; // prettier-ignore
  const buffers = results.map(({ data }) => data.buffer);
  expect(new Set([y.data.buffer, ...buffers]).size).toBe(4);
  expect(buffers.map((b) => b.byteLength)).toEqual([8 * n, 8 * n, 8 * n]);
  expect(results.map(({ data }) => data.byteOffset)).toEqual([0, 0, 0]);
});

test("a pull, a push and a jacobian can be used after their scopes have ended", () => {
  const [y, pull] = vjp(loss, x);
  const [, push] = linearize((z: Tensor) => mul(z, sin(z)), x);
  grad(loss)(x);
  expect(y).toBe(known.value);
  expect(numbers(pull(1)[0])).toEqual(known.grad);
  expect(numbers(pull(1)[0])).toEqual(known.grad);
  const diagonal = numbers(push(array(Array<number>(20).fill(1)))) as number[];
  const j = toArray(jacobian((z: Tensor) => mul(z, sin(z)))(x)) as number[][];
  j.forEach((row, i) => expect(row[i]).toBeCloseTo(diagonal[i]!, 14));
});

test("a pull made from plain values inside a traced function outlasts that function", () => {
  let kept: ((g: number) => [Tensor]) | undefined;
  grad((y: Tensor) => {
    kept = vjp(loss, x)[1];
    return sum(square(y));
  })(x);
  grad(loss)(x);
  expect(numbers(kept!(1)[0])).toEqual(known.grad);
});

test("a pull of a checkpoint that keeps answers outlasts the transform that it was made in", () => {
  const checkpointed = checkpoint((y: Tensor) => sum(exp(sin(y))), { save: () => true });
  let pull: ((g: number) => [Tensor]) | undefined;
  grad((w: Tensor) => {
    [, pull] = vjp(checkpointed, x);
    return sum(w);
  })(x);
  grad(loss)(x);
  expect(numbers(pull!(1)[0])).toEqual(numbers(grad((y: Tensor) => sum(exp(sin(y))))(x)));
});

test("a memory is one transform's at a time", () => {
  const { memory } = kernels();
  expect(() => grad((y: Tensor) => (memory.begin(), sum(y)))(x)).toThrow(
    "Load one copy of @ndgrad/tensor-vjp.",
  );
  expect(numbers(grad(loss)(x))).toEqual(known.grad);
});

test("what a traced function computes from plain values, reads, or makes constant is the user's to keep", () => {
  const kept: Tensor[] = [];
  grad((y: Tensor) => {
    const z = mul(y, 2);
    kept.push(add(x, 1), getValue(z), stopGradient(z), floor(z), getValue(y));
    return sum(z);
  })(x);
  grad(loss)(x);
  expect(kept.map(numbers)).toEqual([add(x, 1), mul(x, 2), mul(x, 2), floor(mul(x, 2)), x].map(numbers));
});

test("views of what a trace computed are the user's to keep", () => {
  const views: readonly ((y: Nd) => Nd)[] = [
    (y) => y.lo(4),
    (y) => y.hi(17),
    (y) => y.step(1),
    (y) => y.step(-1),
    (y) => (reshape(y, [1, 20]) as Nd).pick(0, null),
    (y) => (reshape(y, [4, 5]) as Nd).transpose(1, 0),
    (y) => flip(reshape(y, [20, 1]), { axis: 1 }) as Nd,
    (y) => rot90(reshape(y, [1, 20])),
    (y) => diagonal(reshape(y, [20, 1, 1]), { axis1: 1, axis2: 2 }),
    (y) => at(y, [slice(4, null)]) as Nd,
    (y) => reshape(y, [4, 5]) as Nd,
    (y) => ravel(transpose(reshape(y, [20, 1]))),
  ];
  const kept: Tensor[] = [];
  const keep = primitive("keep", (y: Nd): Nd => (kept.push(y), y), {
    vjp: [(g) => (kept.push(g), g)],
    jvp: ["linear"],
  });
  for (const view of views) {
    kept.length = 0;
    grad((y: Tensor) => {
      const seen = view(mul(y, 2) as Nd);
      kept.push(stopGradient(seen), getValue(seen));
      return sum(square(keep(seen)));
    })(x);
    grad(loss)(x);
    const seen = view(mul(x, 2));
    expect(kept.map(numbers)).toEqual([seen, seen, seen, mul(seen, 2)].map(numbers));
  }
});

test("rules and implementations of others may keep what they are given", () => {
  const kept: Tensor[] = [];
  const keep = (...ts: Tensor[]): void => void kept.push(...ts);
  const watch = customVjp(
    (y: Tensor) => y,
    (g, ans, y) => (keep(g, ans, y), [mul(g, 3)]),
  );
  const twice = primitive("twice", (y: Nd): Nd => (keep(y), add(y, y)), {
    vjp: [(g, ans, y) => (keep(g, ans, y), add(g, g))],
    jvp: [(t, ans, y) => (keep(t, ans, y), add(t, t))],
  });
  const f = (y: Nd): number => sum(square(twice(watch(sub(y, 1)) as Nd)));
  const g = grad(f)(x);
  jvp((y: Nd) => sum(twice(mul(y, 2))), [x], [x]);
  grad(loss)(x);
  const z = sub(x, 1);
  expect(numbers(g)).toEqual(numbers(mul(24, z)));
  const [two, four] = [mul(2, z), mul(4, z)];
  // Forward: y. Back: twice's cotangent, answer and argument; watch's likewise. Then the forward walk.
  const back = [z, four, two, z, mul(8, z), z, z];
  const forth = [mul(2, x), mul(2, x), mul(4, x), mul(2, x)];
  expect(kept.map(numbers)).toEqual([...back, ...forth].map(numbers));
});

test("nesting, mapping and differentiating again give what they give in ordinary memory", () => {
  const all = (): unknown[] => [
    numbers(grad((y: Tensor) => sum(square(grad(loss)(y))))(x)),
    numbers(jvp(grad(loss), [x], [x])[1]),
    numbers(grad((y: Tensor) => jvp(loss, [y], [x])[1])(x)),
    numbers(vmap((s: number) => grad((y: Tensor) => loss(mul(s, y)))(x))(array([1, 2, 3]))),
    numbers(grad((y: Tensor) => sum(vmap((s: number) => loss(mul(s, y)))(array([1, 2, 3]))))(x)),
    numbers(grad((y: Tensor) => sum(square(vjp(grad(loss), y)[1](x)[0])))(x)),
    numbers(vjp((y: Tensor) => sum(square(grad(loss)(y))), x)[1](1)[0]),
  ];
  const inArena = all();
  setBackend({});
  expect(inArena).toEqual(all());
});

test("slopes that come with answers are those of these answers, whatever views of them are made", () => {
  const f = (y: Tensor): Tensor => {
    const z = reshape(tanh(y), [4, 5]);
    const s = sigmoid(transpose(z));
    return softplus(at(mul(s, transpose(z)), [slice(1, null, 2)]));
  };
  const all = (): unknown[] => [
    numbers(grad((y: Tensor) => sum(f(y)))(x)),
    numbers(jvp(f, [x], [x])[1]),
    numbers(hvp((y: Tensor) => sum(f(y)))(x, x)),
    numbers(vmap(grad((y: Tensor) => sum(tanh(sigmoid(y)))))(reshape(x, [1, 20]))),
    numbers(grad((y: Tensor) => sum(tanh(stack([y, tanh(y)]))))(x)),
  ];
  const inArena = all();
  // No array is ever in memory such as this: slopes are computed when they are asked for.
  const allocate = (shape: readonly number[]): Nd => rowMajor(new Float64Array(sizeOf(shape)), shape);
  setBackend({ memory: { begin() {}, allocate, owns: () => false, release() {} } });
  expect(inArena).toEqual(all());
});

test("scoped copies no gradient out: what leaves is what it returns", () => {
  const step = scoped((p: Nd) => {
    const [value, g] = valueAndGrad(loss)(p);
    expect(counts.live).toBeGreaterThan(0);
    return { value, next: sub(p, mul(0.5, g)), norm: sum(square(g)) };
  });
  const { value, next, norm } = step(x);
  expect(counts).toMatchObject({ released: 1, live: 0 });
  expect(value).toBe(known.value);
  const g = array(known.grad as number[]);
  expect(numbers(next)).toEqual(numbers(sub(x, mul(0.5, g))));
  expect(norm).toBeCloseTo(sum(square(g)), 14);
  let copies = 0;
  const copy: Kernels["copy"] = (out, y) => {
    copies++;
    reference.copy(out, y);
  };
  setBackend({ memory: watched(), copy });
  sub(x, mul(0.5, valueAndGrad(loss)(x)[1]));
  const [before] = [copies, (copies = 0)];
  scoped((p: Nd) => sub(p, mul(0.5, valueAndGrad(loss)(p)[1])))(x);
  // The argument is taken in by both. The gradient leaves one of them; of the other, what is returned.
  expect([before, copies]).toEqual([2, 2]);
  const failing = scoped((p: Nd) => {
    exp(p);
    throw new Error("midway");
  });
  expect(() => failing(x)).toThrow("midway");
  expect(counts.live).toBe(0);
});

test("an exception midway takes the memory back, and the next transform is right", () => {
  const bad = (y: Tensor): number => {
    const z = exp(y);
    if (getValue(sum(z)) > 0) throw new Error("midway");
    return sum(z);
  };
  expect(() => grad(bad)(x)).toThrow("midway");
  expect(counts.live).toBe(0);
  expect(() => grad((y: Tensor) => sum(add(y, array([1, 2]))))(x)).toThrow("add: ");
  expect(counts.live).toBe(0);
  expect(numbers(grad(loss)(x))).toEqual(known.grad);
});

test.each([5, 20])(
  "what a trace read is a copy: a write to it does not reach the record (%s numbers)",
  (n) => {
    const g = grad((y: Tensor) => {
      const z = mul(y, 2);
      (stopGradient(z) as Nd).set(0, 1e9);
      (getValue(z) as Nd).set(0, 1e9);
      (floor(z) as Nd).set(0, 1e9);
      return sum(square(z));
    })(ones([n]));
    expect(numbers(g)).toEqual(Array(n).fill(8));
  },
);

test("an argument that is written to while it is differentiated counts as it was at the start", () => {
  const y = array(x) as Nd;
  const g = grad((z: Tensor) => {
    const s = square(z);
    y.set(0, 100);
    return sum(mul(s, z));
  })(y);
  expect(numbers(g)).toEqual(numbers(mul(3, square(x))));
});

test("many steps use no more memory than one", () => {
  let w: Tensor = array(x);
  let most = 0;
  const step = valueAndGrad((y: Tensor) => {
    most = Math.max(most, counts.live);
    return loss(y);
  });
  step(w);
  const one = most;
  for (let i = 0; i < 500; i++) w = sub(w, mul(0.01, step(w)[1]));
  expect(most).toBe(one);
});

test("a value that outlived its transform is refused by whatever reads it, however it got out", () => {
  const kept: Tensor[] = [];
  const map = new Map<string, Tensor>();
  const keep = (y: Tensor): number => {
    const z = mul(y, 2);
    kept.push(z);
    map.set("z", exp(y));
    return sum(z);
  };
  grad(keep)(x);
  jvp(keep, [x], [x]);
  vmap(keep)(reshape(x, [2, 10]));
  scoped((y: Tensor) => void kept.push(grad(loss)(y)))(x);
  function* generator(y: Tensor): Generator<Tensor> {
    yield sin(y);
  }
  grad((y: Tensor) => (kept.push(...generator(y)), sum(y)))(x);
  class Leak extends Error {
    constructor(readonly y: Tensor) {
      super("leak");
    }
  }
  try {
    grad((y: Tensor): number => {
      throw new Leak(tanh(y));
    })(x);
  } catch (error) {
    kept.push((error as Leak).y);
  }
  kept.push(map.get("z")!);
  expect(kept.length).toBe(7);
  const reads: readonly ((y: Nd) => unknown)[] = [
    (y) => getValue(y),
    (y) => toArray(y),
    (y) => y.shape,
    (y) => y.pick(0),
    (y) => inspect(y),
    (y) => sin(y),
  ];
  for (const z of kept)
    for (const read of reads) expect(() => read(z as Nd)).toThrow(/whose trace has ended/);
});
