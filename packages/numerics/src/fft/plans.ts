/** What transforms of one length need, made once and kept. */

/** Together, the lengths that one keeper holds on to stay below this: the oldest go first. */
const mostKept = 2 ** 21;

/** `make`, remembering what it made for each length. Making a plan costs about as much as a transform. */
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
