/** A choice between two operands, entry by entry. */
import type { Where } from "../signatures.js";
import { entrywise } from "./entrywise.js";
import { loops } from "./loops.generated.js";

export const where: Where = entrywise(loops.where);
