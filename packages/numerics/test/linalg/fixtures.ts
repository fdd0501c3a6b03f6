/** Results of numpy, scipy and mpmath: fixtures/linalg.json, written by fixtures/generate.py. */
import { readFileSync } from "node:fs";

/** [seed, rows, columns] for `random`. */
type Named = readonly [seed: number, m: number, n: number];
type Numbers = readonly number[];

interface ComplexCase {
  readonly a: Numbers;
  readonly n: number;
  readonly re: Numbers;
  readonly im: Numbers;
}

interface EigCase {
  readonly matrix: Named;
  readonly wr: Numbers;
  readonly wi: Numbers;
  readonly vr?: Numbers;
  readonly vi?: Numbers;
}

interface Fixtures {
  readonly lu: readonly { matrix: Named; perm: Numbers; packed: Numbers }[];
  readonly slogdet: readonly { matrix: Named; sign: number; logdet: number }[];
  readonly solve: { x: Numbers; xTrans: Numbers };
  readonly cholesky: readonly { seed: number; n: number; l: Numbers }[];
  readonly triangular: readonly { lower: boolean; trans: boolean; unitDiagonal: boolean; x: Numbers }[];
  readonly qr: readonly { matrix: Named; complete: boolean; q: Numbers; r: Numbers }[];
  readonly eigh: readonly { matrix: Named; w: Numbers }[];
  readonly graded: readonly { a: Numbers; n: number; w: Numbers }[];
  readonly eig: readonly EigCase[];
  readonly svd: readonly { matrix: Named; s: Numbers }[];
  readonly hilbertSingular: Numbers;
  readonly bidiagonal: readonly { d: Numbers; e: Numbers; s: Numbers }[];
  readonly sylvester: readonly { matrix: Named; x: Numbers }[];
  readonly expm: readonly { matrix: Named; factor: number; x: Numbers }[];
  readonly expmGiven: readonly { a: Numbers; n: number; x: Numbers }[];
  readonly sqrtm: readonly ComplexCase[];
  readonly logm: readonly ComplexCase[];
  readonly banded: readonly { seed: number; l: number; u: number; n: number; k: number; x: Numbers }[];
  readonly lstsq: readonly {
    name: string;
    a: Numbers;
    b: Numbers;
    shape: Named;
    rank: number;
    s: Numbers;
    x: Numbers;
  }[];
  readonly pinv: readonly { a: Numbers; shape: readonly [m: number, n: number]; x: Numbers }[];
}

// The generator defines the structure of the file, which JSON.parse cannot know.
export const fixtures = JSON.parse(
  readFileSync(new URL("./fixtures/linalg.json", import.meta.url), "utf8"),
) as Fixtures;
