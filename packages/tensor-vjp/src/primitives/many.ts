/** A limit of JavaScript: the arguments of a call are put on the stack. */

/** The most arguments that one call gets: more are passed in several calls, since they would overflow the stack. */
export const MANY = 10_000;
