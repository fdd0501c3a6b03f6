/** Load every public entry of the built packages as ES modules, in plain Node, and take a gradient. */
import { pathToFileURL } from "node:url";
import smoke from "./entries.cjs";

smoke.checkManifests();
const modules = new Map();
for (const [name, file] of smoke.entries()) modules.set(name, await import(pathToFileURL(file).href));
smoke.checkModules(modules);
console.log(`imported ${modules.size} entries`);
