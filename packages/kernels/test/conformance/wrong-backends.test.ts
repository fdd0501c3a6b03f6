import ndarray from "ndarray";
import { reference } from "@ndgrad/kernels";
import type { Backend, Kernels, NdF64, Operand } from "@ndgrad/kernels";
import { conformance, ConformanceError } from "@ndgrad/kernels/conformance";

interface Fault {
  readonly kernel: string;
  readonly layout: string;
  readonly case: string;
  readonly message: string;
}

/**
 * The faults that the suite finds in the cases with these titles: the family that the backend fails, and a few that it
 * passes.
 */
function faultsOf(backend: Backend, family: RegExp, layout?: string): Fault[] {
  const cases = Array.from(conformance(backend)).filter(
    (c) => family.test(c.case) && (layout === undefined || c.layout === layout),
  );
  // A family without cases would find no faults.
  expect(cases.length).toBeGreaterThan(0);
  return cases.flatMap(({ kernel, layout, case: title, run }) => {
    try {
      run();
      return [];
    } catch (error) {
      if (!(error instanceof ConformanceError)) throw error;
      return [{ kernel, layout, case: title, message: error.message }];
    }
  });
}

const layoutsOf = (faults: readonly Fault[]) => new Set(faults.map((f) => f.layout));
const casesOf = (faults: readonly Fault[]) => new Set(faults.map((f) => f.case));
const copyOf = (x: NdF64) => {
  const copy = ndarray(new Float64Array(x.size), x.shape.slice());
  reference.copy(copy, x);
  return copy;
};

describe("a backend that is wrong by one rule is reported:", () => {
  test("add that ignores strides", () => {
    const at = (x: Operand, i: number) => (typeof x === "number" ? x : x.data[x.offset + i]!);
    const faults = faultsOf(
      {
        add(out, x, y) {
          const sums = Float64Array.from({ length: out.size }, (_, i) => at(x, i) + at(y, i));
          for (let i = 0; i < out.size; i++) out.data[out.offset + i] = sums[i]!;
        },
      },
      /^\[3, 2\]$/,
    );
    const layouts = layoutsOf(faults);
    for (const same of ["contiguous", "offset", "one memory", "all transposed", "all operands numbers"])
      expect(layouts).not.toContain(same);
    for (const other of ["transposed inputs", "stepped inputs", "reversed inputs", "stepped out"])
      expect(layouts).toContain(other);
    expect(faults.find((f) => f.layout === "transposed inputs")!.message).toMatch(
      /^add \(transposed inputs; \[3, 2\]\): expected \S+ at \[0, 1\], got \S+$/,
    );
  });

  test("add that ignores overlaps", () => {
    const at = (x: Operand, i: number, j: number) => (typeof x === "number" ? x : x.get(i, j));
    const faults = faultsOf(
      {
        add(out, x, y) {
          if (out.dimension !== 2) reference.add(out, x, y);
          else
            for (let i = 0; i < out.shape[0]!; i++)
              for (let j = 0; j < out.shape[1]!; j++) out.set(i, j, at(x, i, j) + at(y, i, j));
        },
      },
      /^\[(3, 2|33, 37)\]$/,
    );
    expect(layoutsOf(faults)).toEqual(
      new Set(
        [0, 1].flatMap((i) => [
          `input ${i} one entry before out`,
          `input ${i} transposed over out`,
          `input ${i} reversed over out`,
        ]),
      ),
    );
  });

  test("qr whose q is off in the tenth digit, or that writes to the matrix it is given", () => {
    const imprecise = faultsOf(
      {
        qr(q, r, a, m, n, complete) {
          reference.qr(q, r, a, m, n, complete);
          if (q !== null && m === 5) q[0]! += 1e-10;
        },
      },
      /random \[5, \d\]/,
    );
    expect(casesOf(imprecise)).toContain("random [5, 5]");
    expect(imprecise.every((f) => / \[5, \d\]/.test(f.case))).toBe(true);
    expect(imprecise[0]!.message).toMatch(
      /^qr \(contiguous; random \[5, 5\]\): expected qᵀ·q to be 1 give or take \S+ at index 0, got \S+$/,
    );
    const careless = faultsOf(
      {
        qr(q, r, a, m, n, complete) {
          reference.qr(q, r, a, m, n, complete);
          if (a.length > 0) a[a.length - 1] = 7;
        },
      },
      /random \[5, 5\]/,
    );
    expect(careless[0]!.message).toMatch(/expected (unchanged inputs|q·r to be|r alone to be)/);
  });

  test("qr with flipped signs, and cholesky that loses the rows before a bad pivot", () => {
    const turned = faultsOf(
      {
        qr(q, r, a, m, n, complete) {
          reference.qr(q, r, a, m, n, complete);
          r.forEach((x, i) => (r[i] = 0 - x));
          q?.forEach((x, i) => (q[i] = 0 - x));
        },
      },
      /^signs of |random \[5, 5\]/,
    );
    expect([...casesOf(turned)].every((title) => title.startsWith("signs of "))).toBe(true);
    expect(turned[0]!.message).toMatch(
      /^qr \(contiguous; signs of 3 4 \[2, 1\]\): expected the diagonal of r to be -5 give or take \S+ at index 0, got 5$/,
    );
    const hasty = faultsOf(
      {
        cholesky(out, a, n) {
          const bad = reference.cholesky(out, a, n);
          if (bad >= 0) out.fill(0);
          return bad;
        },
      },
      /^positive/,
    );
    expect(hasty[0]!.message).toMatch(
      /^cholesky \(contiguous; positive except for 0 in row 2 \[4, 4\]\): expected l·lᵀ before it to be /,
    );
  });

  test("lu and qr that ignore NaN", () => {
    const finite = (a: Float64Array) => a.map((x) => (Number.isFinite(x) ? x : 0));
    const faults = faultsOf(
      {
        lu: (out, perm, a, m, n) => reference.lu(out, perm, finite(a), m, n),
        qr: (q, r, a, m, n, complete) => reference.qr(q, r, finite(a), m, n, complete),
      },
      /\[3, 3\]/,
    );
    expect(new Set(faults.map((f) => f.kernel))).toEqual(new Set(["lu", "qr"]));
    expect([...casesOf(faults)].every((title) => title.startsWith("with "))).toBe(true);
    expect(faults[0]!.message).toBe(
      "lu (contiguous; with NaN [3, 3]): expected an entry of the factors that is not finite, got finite ones",
    );
  });

  test("svd that ignores NaN, and one that writes outside its output", () => {
    const blind = faultsOf(
      {
        svd(u, s, vt, a, m, n, full) {
          return reference.svd(u, s, vt, a.map((x) => (Number.isFinite(x) ? x : 0)), m, n, full); // prettier-ignore
        },
      },
      /with .* \[40, 40\]|\[3, 3\]/,
    );
    expect(casesOf(blind)).toEqual(new Set(["with NaN [3, 3]", "with NaN [40, 40]", "with Infinity [3, 3]", "with Infinity [40, 40]"])); // prettier-ignore
    const wild = faultsOf(
      {
        svd(u, s, vt, a, m, n, full) {
          const found = reference.svd(u, s, vt, a, m, n, full);
          new Float64Array(s.buffer).fill(
            0,
            (s.byteOffset + s.byteLength) / 8,
            (s.byteOffset + s.byteLength) / 8 + 1,
          );
          return found;
        },
      },
      /random \[5, 5\]/,
    );
    expect(layoutsOf(wild)).toEqual(new Set(["one memory"]));
    expect(wild[0]!.message).toMatch(/expected writes to outputs only, got one outside them/);
  });

  test("exp that is off in the fourteenth digit", () => {
    const faults = faultsOf(
      {
        exp(out, x) {
          reference.exp(out, x);
          reference.mul(out, out, 1 + 1e-14);
        },
      },
      /^\[9, 1, 16, 31\]$/,
    );
    expect(layoutsOf(faults)).toContain("contiguous");
    expect(faults[0]!.message).toContain(" to 6 ulp at ");
  });

  test("neg that loses the sign of zero", () => {
    const faults = faultsOf({ neg: (out, x) => reference.sub(out, 0, x) }, /corner/);
    expect(faults[0]!.message).toMatch(/^neg \(contiguous; .*\): expected -0 at \[.*\], got 0$/);
  });

  test("floor that writes past its output", () => {
    const faults = faultsOf(
      {
        floor(out, x) {
          reference.floor(out, x);
          out.data[out.offset + out.size] = 1;
        },
      },
      /^\[3, 2\]$/,
    );
    expect(layoutsOf(faults)).toContain("offset");
    expect(faults.find((f) => f.layout === "offset")!.message).toContain("expected writes to out only");
  });

  test("mul that uses an input as scratch", () => {
    const faults = faultsOf(
      {
        mul(out, x, y) {
          reference.mul(out, x, y);
          if (typeof x !== "number") reference.copy(x, out);
        },
      },
      /^\[3, 2\]$/,
    );
    expect(layoutsOf(faults)).toContain("contiguous");
    expect(faults[0]!.message).toContain("expected writes to out only");
  });

  test("a tanh with the slope of another function", () => {
    const tanh = (out: NdF64, x: NdF64) => reference.tanh(out, x);
    const faults = faultsOf(
      {
        tanh: Object.assign(tanh, {
          andSlope(out: NdF64, slope: NdF64, x: NdF64) {
            const y = copyOf(x);
            reference.tanh(y, y);
            reference.sigmoidSlope(slope, y, x);
            reference.copy(out, y);
          },
        }),
      },
      /^\[(2, 3, 2)?\]/,
    );
    expect(faults[0]!.message).toMatch(
      /^tanh \(contiguous; \[\] and slope\): expected \S+ to 6 ulp at \[1\], got /,
    );
    expect(faults.every((f) => / and slope$/.test(f.case))).toBe(true);
  });

  test("a sum that is off by 1e-9 of itself", () => {
    const faults = faultsOf(
      {
        sum(out, x) {
          reference.sum(out, x);
          reference.mul(out, out, 1 + 1e-9);
        },
      },
      /^\[/,
    );
    expect(faults.length).toBeGreaterThan(200);
    expect(faults[0]).toMatchObject({ kernel: "sum", layout: "contiguous" });
  });

  test("a running sum, whose error grows with the number of entries", () => {
    const faults = faultsOf(
      { sum: (out, x) => eachRow(out, x, (row) => row.reduce((s, v) => s + v, 0)) },
      /tenth|\[4099\]|\[1031\]/,
      "contiguous",
    );
    expect(casesOf(faults)).toEqual(
      new Set([
        "a tenth 131072 times, [] of [131072]",
        "a tenth 8192 times in each of 16 rows, [16] of [8192]",
      ]),
    );
  });

  test("max that ignores NaN", () => {
    const faults = faultsOf(
      {
        max: (out, x) => eachRow(out, x, (row) => row.reduce((m, v) => (v > m ? v : m), -Infinity)),
      },
      /\[67\] of \[65\]/,
    );
    expect(faults[0]!.message).toMatch(
      /^max \(contiguous; .*\): expected NaN give or take 0 at \[.*\], got \S+$/,
    );
    expect([...casesOf(faults)].every((title) => /corner values|ties/.test(title))).toBe(true);
  });

  test("argmax that takes the last of equals", () => {
    const faults = faultsOf(
      {
        argmax: (out, x) =>
          eachRow(out, x, (row) => {
            const nan = row.findIndex((v) => v !== v);
            return nan >= 0 ? nan : row.reduce((best, v, i) => (v >= row[best]! ? i : best), 0);
          }),
      },
      /\[67\] of \[65\]/,
    );
    const contiguous = faults.filter((f) => f.layout === "contiguous");
    expect(contiguous.length).toBeGreaterThan(0);
    expect([...casesOf(contiguous)].every((title) => title.startsWith("ties"))).toBe(true);
  });

  test("a sort that puts -0 before 0, which are equal", () => {
    const faults = faultsOf(
      {
        sort(out, x) {
          const copy = copyOf(x);
          const n = copy.shape.at(-1)!;
          for (let i = 0; i < copy.size; i += n) copy.data.subarray(i, i + n).sort();
          reference.copy(out, copy);
        },
      },
      /ties/,
    );
    expect(faults[0]!.message).toMatch(/expected (-0 at \S+ got 0|0 at .* got -0)$/);
  });

  test("an argsort that is not stable", () => {
    const faults = faultsOf(
      {
        argsort(out, x) {
          const backwards = copyOf(x.step(...x.shape.map((_, d) => (d === x.dimension - 1 ? -1 : 1))));
          reference.argsort(out, backwards);
          const last = x.shape.at(-1)! - 1;
          if (out.dimension === 1) for (let i = 0; i <= last; i++) out.set(i, last - out.get(i));
        },
      },
      /ties/,
    );
    expect(faults.some((f) => f.layout === "contiguous" && f.case.startsWith("ties"))).toBe(true);
  });

  test("a matrix product that leaves out unchanged for empty sums", () => {
    const faults = faultsOf(
      {
        matmul(out, a, b) {
          if (a.shape.at(-1) !== 0) reference.matmul(out, a, b);
        },
      },
      /, 0\]|\[0, |^\[3, 3\]/,
    );
    expect(casesOf(faults)).toEqual(
      new Set(["[2, 0] by [0, 2]", "[1, 0] by [0, 1]", "[5, 0] by [0, 9]", "[2, 2, 0] by [2, 0, 3]"]),
    );
    expect(faults[0]!.message).toBe(
      "matmul (contiguous; [2, 0] by [0, 2]): expected 0 give or take 0 at [0, 0], got NaN",
    );
  });

  test("a matrix product that skips zeros, and so infinities", () => {
    const faults = faultsOf(
      {
        matmul(out, a, b) {
          const finite = copyOf(b);
          for (let i = 0; i < finite.size; i++) if (!Number.isFinite(finite.data[i]!)) finite.data[i] = 1;
          reference.matmul(out, a, finite);
        },
      },
      /\[5, 4\]|^\[4, 4\]/,
    );
    expect([...casesOf(faults)].every((title) => title.startsWith("zeros and infinities"))).toBe(true);
    expect(faults.length).toBeGreaterThan(0);
  });

  test("a scatter whose first write wins", () => {
    const faults = faultsOf(
      {
        scatter(out, x, offsets) {
          const seen = new Set<number>();
          offsets.forEach((shift, k) => {
            if (seen.has(shift)) return;
            seen.add(shift);
            const stride = x.stride.slice(1);
            const row = ndarray(x.data, [1, ...out.shape], [0, ...stride], x.offset + k * x.stride[0]!);
            reference.scatter(out, row, Int32Array.of(shift));
          });
        },
      },
      /blocks of \[3\]|of \[2, 3\]/,
    );
    expect(casesOf(faults)).toContain("3 to 2 blocks of [3]");
  });

  test("a kernel that throws", () => {
    const faults = faultsOf(
      {
        where() {
          throw new Error("no mask");
        },
      },
      /^\[\]$/,
    );
    expect(faults[0]!.message).toBe("where (contiguous; []): expected an answer, got Error: no mask");
  });
});

/** A kernel that applies `f` to each row, made of the trailing dimensions of `x`. */
function eachRow(
  out: NdF64 | Parameters<Kernels["argmax"]>[0],
  x: NdF64,
  f: (row: Float64Array) => number,
): void {
  const copy = copyOf(x);
  const n = x.shape.slice(out.dimension).reduce((product, size) => product * size, 1);
  const answers = Float64Array.from({ length: out.size }, (_, i) =>
    f(copy.data.subarray(i * n, (i + 1) * n)),
  );
  const places = out.shape.map(() => 0);
  for (let i = 0; i < out.size; i++) {
    out.data[out.index(...places)] = answers[i]!;
    for (let d = places.length - 1; d >= 0 && ++places[d]! === out.shape[d]; d--) places[d] = 0;
  }
}
