/** The exports of elementwise kernels and folds: which class goes through which loop. */

/** `sources` are pairs of a file's name and text. */
export function render({ unary, binary, compare, folds }, sources) {
  const classes = new Map(sources.flatMap(([file, text]) => classesOf(file, text)));
  const imports = new Map();
  const found = (name) => {
    const one = classes.get(classOf(name));
    if (one !== undefined) use(one.file, one.name);
    return one;
  };
  const use = (file, name) => imports.set(file, (imports.get(file) ?? new Set()).add(name));
  const functions = [
    ...Object.keys(unary).map((name) =>
      elementwise(name, found(name), unaryLoop, "n: i32, o: usize, x: usize", "n, o, x"),
    ),
    ...Object.keys(unary).map((name) => elementwise(`${name}AndSlope`, found(`${name}AndSlope`), () => ["with-slope", "mapWithSlope"], "n: i32, o: usize, s: usize, x: usize", "n, o, s, x")), // prettier-ignore
    ...Object.keys(binary).map((name) => elementwise(name, found(name), binaryLoop, ...PAIR)),
    ...Object.keys(compare).map((name) =>
      elementwise(name, found(name), () => ["compare", "mapCompare"], ...PAIR),
    ),
    ...Object.entries(folds).flatMap(([name, { by, identity }]) => foldOf(name, found(by), identity)),
  ].filter((text) => text !== undefined);
  const lines = [...imports].map(([file, names]) => `import { ${[...names].join(", ")} } from "./${file}";`);
  return `/** Made by scripts/build.mjs from the table of kernels and the classes here. */\n${lines.join("\n")}\n\n${functions.join("\n")}\n`;

  function elementwise(name, one, loopOf, parameters, args) {
    if (one === undefined) return undefined;
    const [file, loop] = loopOf(one);
    use(file, loop);
    return `export function ${name}(${parameters}): void {\n  ${loop}<${one.name}>(${args});\n}`;
  }

  function foldOf(name, one, identity) {
    if (one === undefined) return [];
    use("fold", "foldRows");
    use("fold", "foldColumns");
    return [
      `export function ${name}(m: i32, n: i32, o: usize, oS: isize, x: usize, xR: isize): void {\n  foldRows<${one.name}>(m, n, o, oS, x, xR, ${identity});\n}`,
      `export function ${name}Columns(m: i32, n: i32, o: usize, x: usize, xR: isize, workspace: usize): void {\n  foldColumns<${one.name}>(m, n, o, x, xR, ${identity}, workspace);\n}`,
    ];
  }
}

const PAIR = [
  "m: i32, n: i32, o: usize, oR: isize, x: usize, xR: isize, xS: i32, y: usize, yR: isize, yS: i32",
  "m, n, o, oR, x, xR, xS, y, yR, yS",
];

/** A class that says where its formula holds is guarded; one of single numbers goes one by one. */
function unaryLoop({ body }) {
  if (/\brare\(/.test(body)) return ["unary", "mapGuarded"];
  return /\bof\(x: f64\)/.test(body) ? ["unary", "mapScalar"] : ["unary", "mapUnary"];
}

function binaryLoop({ body }) {
  return /\bnear\(/.test(body) ? ["slopes", "mapSlope"] : ["binary", "mapBinary"];
}

const classOf = (kernel) => kernel[0].toUpperCase() + kernel.slice(1);

/** The exported classes of a file, each with its text. */
function classesOf(file, text) {
  return [...text.matchAll(/^export class (\w+) \{\n(.*?)^\}/gms)].map(([, name, body]) => [
    name,
    { name, file, body },
  ]);
}
