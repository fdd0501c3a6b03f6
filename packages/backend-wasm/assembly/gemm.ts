/** Matrix products in tiles, from packed pieces that stay in the caches (Goto & van de Geijn 2008). */
import { packGroups } from "./pack";
import { packedTile, tile } from "./tile";

/** Terms, rows and columns in one piece: of a 192 KiB, of b up to 4 MiB. */
const TERMS: i32 = 256;
const ROWS: i32 = 96;
const COLUMNS: i32 = 2048;
/** Packing b pays above LARGE entries, if at least MANY rows of a use it. */
const LARGE: i32 = 96 * 96;
const MANY: i32 = 32;

/** out = a b, with steps in bytes and contiguous rows of `out`. `workspace` holds the packed pieces. */
export function gemm(
  m: i32,
  n: i32,
  k: i32,
  out: usize,
  oRow: isize,
  a: usize,
  aRow: isize,
  aStep: isize,
  b: usize,
  bRow: isize,
  bStep: isize,
  workspace: usize,
): void {
  const isLarge = m >= MANY && k * n > LARGE;
  const packsB = isLarge || bStep != 8;
  for (let j = 0; j < n; j += COLUMNS) {
    const columns = min(COLUMNS, n - j);
    for (let l = 0; l < k || l == 0; l += TERMS) {
      const terms = min(TERMS, k - l);
      const bFrom = b + l * bRow + j * bStep;
      const whole = packsB ? 0 : columns & ~3;
      const bPiece = workspace + TERMS * ROWS * 8;
      packGroups(columns - whole, terms, bFrom + whole * bStep, bStep, bRow, bPiece);
      for (let i = 0; i < m; i += ROWS) {
        const rows = min(ROWS, m - i);
        const aFrom = a + i * aRow + l * aStep;
        const wholeRows = isLarge ? 0 : rows & ~3;
        packGroups(rows - wholeRows, terms, aFrom + wholeRows * aRow, aRow, aStep, workspace);
        const to = out + i * oRow + (j << 3);
        block(
          rows,
          columns,
          terms,
          to,
          oRow,
          aFrom,
          aRow,
          aStep,
          wholeRows,
          bFrom,
          bRow,
          whole,
          workspace,
          l == 0,
        );
      }
    }
  }
}

/**
 * Reads the first `wholeRows` rows of a and the first `whole` columns of b in place, and the others from packed pieces.
 */
function block(
  m: i32,
  n: i32,
  k: i32,
  out: usize,
  oRow: isize,
  a: usize,
  aRow: isize,
  aStep: isize,
  wholeRows: i32,
  b: usize,
  bRow: isize,
  whole: i32,
  workspace: usize,
  isFirst: bool,
): void {
  const bPiece = workspace + TERMS * ROWS * 8;
  const edge = bPiece + ((<usize>TERMS * (COLUMNS + 4)) << 3);
  for (let j = 0; j < n; j += 4) {
    const isPackedB = j >= whole;
    const y = isPackedB ? bPiece + (((j - whole) * k) << 3) : b + (j << 3);
    const yStep = isPackedB ? 32 : bRow;
    for (let i = 0; i < m; i += 4) {
      const isInside = i + 4 <= m && j + 4 <= n;
      const to = isInside ? out + i * oRow + (j << 3) : edge;
      const toRow = isInside ? oRow : 32;
      if (i >= wholeRows) {
        packedTile(k, workspace + (((i - wholeRows) * k) << 3), y, yStep, to, toRow, isFirst || !isInside);
      } else {
        tile(k, a + i * aRow, aRow, aStep, y, yStep, to, toRow, isFirst || !isInside);
      }
      if (!isInside) putEdge(min(4, m - i), min(4, n - j), edge, out + i * oRow + (j << 3), oRow, isFirst);
    }
  }
}

function putEdge(m: i32, n: i32, edge: usize, out: usize, oRow: isize, isFirst: bool): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const to = out + i * oRow + (j << 3);
      const x = f64.load(edge + (((i << 2) + j) << 3));
      f64.store(to, isFirst ? x : f64.load(to) + x);
    }
  }
}
