import { registerTreeClass, transforms, TreeError } from "@ndgrad/core";
import { add, flatten, grad, mul, numbers } from "../numbers.js";

test("a tree is taken apart in order and put together again", () => {
  const { values, unflatten } = flatten({ a: 1, b: [2, { c: 3 }, "text"], d: null });
  expect(values).toEqual([1, 2, 3]);
  expect(unflatten([10, 20, 30])).toEqual({ a: 10, b: [20, { c: 30 }, "text"], d: null });
});

test("masks, functions and empty branches pass through", () => {
  const mask = Uint8Array.of(1, 0);
  const f = (): number => 1;
  expect(flatten({ mask, f, none: [], nothing: {} }).unflatten([])).toEqual({
    mask,
    f,
    none: [],
    nothing: {},
  });
});

test("objects without prototype keep none", () => {
  const bare = Object.assign(Object.create(null) as { w: number }, { w: 2 });
  const gradient = grad((p: { w: number }) => mul(p.w, p.w))(bare);
  expect(Object.getPrototypeOf(gradient)).toBeNull();
  expect(gradient.w).toBe(4);
});

test("a cycle is an error with its path", () => {
  const tree: { a: number; self?: unknown } = { a: 1 };
  tree.self = [tree];
  expect(() => flatten(tree)).toThrow(
    new TreeError(
      "tree: expected no cycle, got one at tree.self[0]. Break it, or pass the parts separately.",
    ),
  );
});

test("a value that occurs twice is not a cycle", () => {
  const shared = { w: 3 };
  expect(
    grad((p: { a: { w: number }; b: { w: number } }) => mul(p.a.w, p.b.w))({ a: shared, b: shared }),
  ).toEqual({ a: { w: 3 }, b: { w: 3 } });
});

test("a key that could reach a prototype is an error with its path", () => {
  for (const key of ["__proto__", "constructor", "prototype"]) {
    const tree = { layer: JSON.parse(`{"${key}": 1}`) as object };
    expect(() => flatten(tree)).toThrow(`got ${JSON.stringify(key)} at tree.layer.`);
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

class Dense {
  constructor(readonly w: number, readonly b: number, readonly name: string) {} // prettier-ignore
  apply(x: number): number {
    return add(mul(this.w, x), this.b);
  }
}

test("an unregistered class that holds values is an error; registered, it is a node", () => {
  const loss = (layer: Dense): number => layer.apply(3);
  expect(() => grad(loss)(new Dense(1, 2, "first"))).toThrow(
    "got a Dense that holds values at tree[0]. Call registerTreeClass(Dense, { children, rebuild })",
  );
  registerTreeClass(Dense, {
    children: (d) => [d.w, d.b],
    rebuild: ([w, b], like) => new Dense(w as number, b as number, like.name),
  });
  const gradient = grad(loss)(new Dense(1, 2, "first"));
  expect(gradient).toEqual(new Dense(3, 1, "first"));
  expect(gradient).toBeInstanceOf(Dense);
  expect(() => flatten(new Map([["w", 1]]))).toThrow("got a Map that holds values at tree.");
});

test("a value that hides deeper in an unregistered class is seen: its gradient would be the parameter itself", () => {
  class Model {
    constructor(readonly layers: unknown) {}
  }
  const hidden = [
    new Map([["layer", { w: 1 }]]),
    new Set([[1]]),
    new Model({ first: [1] }),
    new Model(new Map([["layer", [1]]])),
  ];
  for (const x of hidden)
    expect(() => flatten({ x })).toThrow(`got a ${x.constructor.name} that holds values at tree.x.`);
});

test("settings inside the objects of others pass through, and so do their cycles", () => {
  class Service {
    readonly self = this;
    constructor(readonly options: object) {}
  }
  const service = new Service({ nested: new Service({ retries: 3 }) });
  expect(flatten({ w: 1, service }).values).toEqual([1]);
});

test("an object whose prototype is bare is named in messages", () => {
  const odd = Object.assign(Object.create(Object.create(null) as object) as object, { w: 1 });
  expect(() => flatten(odd)).toThrow("got a null that holds values at tree.");
});

test("what a library makes beside its values passes through, where it is told from them", () => {
  class Mask {
    constructor(readonly entries: readonly boolean[], readonly offset: number) {} // prettier-ignore
  }
  const tree = { w: 2, mask: new Mask([true], 0) };
  expect(() => flatten(tree)).toThrow("got a Mask that holds values at tree.mask.");
  const { flatten: apart } = transforms([{ ...numbers, isConstant: (x) => x instanceof Mask }]);
  const { values, unflatten } = apart(tree);
  expect(values).toEqual([2]);
  expect(unflatten([3])).toEqual({ w: 3, mask: tree.mask });
});
