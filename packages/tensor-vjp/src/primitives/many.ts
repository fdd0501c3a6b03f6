/** A limit of JavaScript's: the arguments of one call lie on the stack. */

/** So many arguments a call may have, from any depth of calls: more are handed over in parts. */
export const MANY = 10_000;
