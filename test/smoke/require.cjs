/** Load every public entry of the built packages by `require`, as CommonJS programs do, and take a gradient. */
const { checkModules, entries } = require("./entries.cjs");

const modules = new Map(entries().map(([name, file]) => [name, require(file)]));
checkModules(modules);
console.log(`required ${modules.size} entries`);
