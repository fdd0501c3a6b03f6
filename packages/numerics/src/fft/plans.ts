/** Caching what transforms of one length need. */

/** The sum of the lengths in one cache stays below this: the oldest are dropped first. */
const mostKept = 2 ** 21;

/** `make`, with a cache of its results by length. Making a plan costs about as much as a transform. */
export function keepPlans<Plan>(make: (n: number) => Plan): (n: number) => Plan {
  const plans = new Map<number, Plan>();
  let kept = 0;
  return (n) => {
    const known = plans.get(n);
    if (known !== undefined) return known;
    const plan = make(n);
    for (const length of plans.keys()) {
      if (kept + n <= mostKept) break;
      plans.delete(length);
      kept -= length;
    }
    plans.set(n, plan);
    kept += n;
    return plan;
  };
}
