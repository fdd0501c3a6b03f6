import { array } from "@ndgrad/tensor-vjp";
import { dirichlet, multivariateNormal, norm, t } from "@ndgrad/tensor-vjp/stats";

test("errors of distributions name the function that was called", () => {
  expect(() => dirichlet.pdf(array([0.5, 0.5]), array([1, 1, 1]))).toThrow("dirichlet.pdf: expected x of [K] or [K,n]");
  expect(() => multivariateNormal.logpdf(array([1, 2, 3]), 0, array([[1, 0], [0, 1]]))).toThrow("multivariateNormal.logpdf: expected points of 2");
  // @ts-expect-error There is no fourth parameter of the normal distribution.
  expect(() => norm.pdf(0, 0, 1, 2)).toThrow("norm.pdf: expected at most 3 arguments, got 4.");
}); // prettier-ignore

test("location and scale are 0 and 1 where they are not given", () => {
  expect(norm.logpdf(0.3)).toBe(norm.logpdf(0.3, 0, 1));
  expect(t.logpdf(0.3, 4)).toBe(t.logpdf(0.3, 4, 0, 1));
  // With one degree of freedom it is Cauchy's: 1/(π (1 + x²)).
  expect(t.pdf(1, 1)).toBeCloseTo(1 / (2 * Math.PI), 14);
  expect(t.pdf(5, 1, 3, 2)).toBeCloseTo(1 / (2 * Math.PI) / 2, 14);
});
