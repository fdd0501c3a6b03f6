/** Reading tables of numbers. */
import { array, zeros } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";

export interface Table {
  readonly columns: readonly string[];
  /** [rows, columns] */
  readonly values: Nd;
}

/** Read comma-separated numbers under a header line. Throws TypeError, with the line, if a cell is not a number. */
export function parseCsv(text: string): Table {
  const [header = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const columns = header.split(",");
  const rows = lines.map((line, i) => {
    const cells = line.split(",").map((cell) => (cell.trim() === "" ? NaN : Number(cell)));
    if (cells.length === columns.length && cells.every((v) => !Number.isNaN(v))) return cells;
    throw new TypeError(
      `parseCsv: expected ${columns.length} numbers on line ${i + 2}, got "${line.slice(0, 60)}". Correct the line.`,
    );
  });
  // Of no rows, `array` can't tell the columns.
  return { columns, values: rows.length === 0 ? zeros([0, columns.length]) : array(rows) };
}
