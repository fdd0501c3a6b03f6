/** The results as a picture: a row per workload, a dot per engine, time relative to torch on a logarithmic axis. */
import { isUnsteady } from "./result.js";
import type { Result } from "./result.js";

const [LEFT, ROW, WIDTH, TOP] = [110, 26, 720, 90];
const [LEAST, MOST] = [0.01, 100];
const colours = [
  "#1b6ac9",
  "#0b9e8a",
  "#7b3fc4",
  "#12406f",
  "#d8532c",
  "#8a8a8a",
  "#c9971b",
  "#c2528b",
  "#5c7a29",
  "#000000",
  "#e0489b",
  "#4a4ae0",
  "#a0622d",
  "#2fb344",
];

/** SVG text. The row of a workload without a figure for torch is empty. */
export function drawing(
  workloads: readonly string[],
  engines: readonly string[],
  results: readonly Result[],
): string {
  const height = TOP + workloads.length * ROW + 46;
  const x = (ratio: number): number => {
    const clipped = Math.min(MOST, Math.max(LEAST, ratio));
    return LEFT + (WIDTH * Math.log(clipped / LEAST)) / Math.log(MOST / LEAST);
  };
  const parts: string[] = [];
  for (const tick of [0.01, 0.1, 1, 10, 100]) {
    const at = x(tick).toFixed(1);
    parts.push(
      `<line x1="${at}" x2="${at}" y1="${TOP - 10}" y2="${height - 36}" stroke="${tick === 1 ? "#555" : "#ddd"}"/>`,
      `<text x="${at}" y="${height - 20}" text-anchor="middle">${tick}</text>`,
    );
  }
  engines.forEach((engine, e) => {
    const [cx, cy] = [LEFT + (e % 4) * 185, 14 + Math.floor(e / 4) * 18];
    parts.push(`<circle cx="${cx}" cy="${cy}" r="5" fill="${colours[e]}"/>`);
    parts.push(`<text x="${cx + 9}" y="${cy + 4}">${engine}</text>`);
  });
  workloads.forEach((workload, w) => {
    const cy = TOP + (w + 0.5) * ROW;
    parts.push(`<text x="${LEFT - 10}" y="${cy + 4}" text-anchor="end">${workload}</text>`);
    const torch = results.find((r) => r.workload === workload && r.engine === "torch");
    if (torch === undefined) return;
    engines.forEach((engine, e) => {
      const found = results.find((r) => r.workload === workload && r.engine === engine);
      if (found === undefined) return;
      const title = `<title>${engine}: ${found.us.toPrecision(3)} us</title>`;
      parts.push(
        `<circle cx="${x(found.us / torch.us).toFixed(1)}" cy="${cy}" r="5" fill="${colours[e]}" fill-opacity="${isUnsteady(found) ? 0.25 : 0.8}">${title}</circle>`,
      );
    });
  });
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 40}" height="${height}" font-family="sans-serif" font-size="12">`;
  const caption = `<text x="${LEFT + WIDTH}" y="${height - 5}" text-anchor="end">time relative to torch (left is faster; clipped at the ends; pale: unsteady)</text>`;
  return [open, '<rect width="100%" height="100%" fill="white"/>', ...parts, caption, "</svg>", ""].join(
    "\n",
  );
}
