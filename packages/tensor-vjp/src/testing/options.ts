/** Descriptions of options that many ops share. */

export const AXES = "one, several, or null for all (default); [] for none";
export const KEEPDIMS = "keep reduced axes with size 1";
