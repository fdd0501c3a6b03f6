/** Every public entry of every built package: its name, and the files that its exports name. */
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join, resolve } = require("node:path");

// eslint-disable-next-line no-undef -- CommonJS has it
const root = resolve(__dirname, "../..");

const packages = readdirSync(join(root, "packages"))
  .map((name) => join(root, "packages", name))
  .filter((dir) => existsSync(join(dir, "package.json")))
  .map((dir) => ({ dir, manifest: JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) }));

/** Throws unless `holds`. */
function expect(what, holds) {
  if (!holds) throw new Error(`smoke: expected ${what}`);
}

/** [name, file], resolved as Node resolves a package that imports itself by name. */
function entries() {
  return packages.flatMap(({ dir, manifest }) => {
    const require = createRequire(join(dir, "package.json"));
    return Object.entries(manifest.exports)
      .filter(([subpath]) => !subpath.endsWith(".json"))
      .map(([subpath, target]) => {
        const name = manifest.name + subpath.slice(1);
        expect(`types of ${name}`, existsSync(join(dir, target.types)));
        return [name, require.resolve(name)];
      });
  });
}

/** Throws unless all packages have the same version and require the same Node. */
function checkManifests() {
  const [first] = packages;
  for (const { manifest } of packages) {
    expect(`a version of three numbers in ${manifest.name}, got ${manifest.version}`, /^\d+\.\d+\.\d+/.test(manifest.version)); // prettier-ignore
    expect(`one version for all packages, got ${manifest.version} in ${manifest.name}`, manifest.version === first.manifest.version); // prettier-ignore
    expect(`engines.node >=20.19 in ${manifest.name}`, manifest.engines?.node === ">=20.19");
    expect(`ES modules in ${manifest.name}`, manifest.type === "module");
  }
}

/** `modules` maps names to loaded modules. Throws unless each exports something and gradients are right. */
function checkModules(modules) {
  for (const [name, module] of modules) expect(`exports in ${name}`, Object.keys(module).length > 0);
  const { array, grad, mul, sum, toArray } = modules.get("@ndgrad/tensor-vjp");
  const w = array([1, 2, 3]);
  const g = toArray(grad((x) => sum(mul(x, mul(x, x))))(w));
  expect(`the gradient of Σx³ to be 3x², got ${g}`, g.join() === "3,12,27");
  const { checkGrads } = modules.get("@ndgrad/tensor-vjp/testing");
  checkGrads((x) => sum(mul(x, x)), [w]);
}

module.exports = { checkManifests, checkModules, entries };
