// What `npm run bench -- --record` writes: the tables into docs/performance.md, and the plot of them beside it.
import { Obstacle } from "./say.mjs";

const [start, end] = ["<!-- figures: written by npm run bench -- --record -->", "<!-- end of figures -->"];

/** @typedef {{ size: number, stratus: number, yardstick: number }} Cost kilobytes and milliseconds */

/**
 * The page with other figures in it.
 *
 * @param {string} page
 * @param {string} date
 * @param {string} tables as the bench prints them
 */
export function pageWith(page, date, tables) {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Obstacle(`The page has no lines ‘${start}’ and ‘${end}’.`);
  const picture =
    "![Processor time for a keystroke by the size of the note, for Stratus and for the yardstick](performance.svg)";
  return `${page.slice(0, from + start.length)}\n\n## Figures of ${date}\n\n${picture}\n\n${tables.trim()}\n\n${page.slice(to)}`;
}

/**
 * What a keystroke costs in notes of each size, read from the tables.
 *
 * @param {string} tables
 * @returns {Cost[]} by size
 */
export function costsIn(tables) {
  const rows = tables.matchAll(/^\| note, (\d+) KB, \d+ ×, processor time, mean \| ([\d.]+) ms \| ([\d.]+) ms \|/gm);
  const costs = [...rows].map(([, size, stratus, yardstick]) => ({
    size: Number(size),
    stratus: Number(stratus),
    yardstick: Number(yardstick),
  }));
  if (costs.length < 2) throw new Obstacle("The tables do not say what a keystroke costs in notes of two sizes.");
  return costs.sort((one, other) => one.size - other.size);
}

const [width, height] = [640, 400];
const plot = { left: 70, right: 540, top: 20, bottom: 350 };

/**
 * A plot of cost by size, both axes logarithmic: what doubles with the size is a line of the same slope everywhere.
 *
 * @param {readonly Cost[]} costs by size
 * @returns {string} the SVG
 */
export function plotOf(costs) {
  const sizes = decades(costs.map(({ size }) => size));
  const times = decades(costs.flatMap(({ stratus, yardstick }) => [stratus, yardstick]));
  const x = scale(sizes, plot.left, plot.right);
  const y = scale(times, plot.bottom, plot.top);
  const grid = [
    ...sizes.map(
      (size) =>
        `<path class="grid" d="M${x(size)} ${plot.top}V${plot.bottom}"/>` +
        `<text x="${x(size)}" y="${plot.bottom + 20}" text-anchor="middle">${withUnit(size, "KB", "MB")}</text>`,
    ),
    ...times.map(
      (time) =>
        `<path class="grid" d="M${plot.left} ${y(time)}H${plot.right}"/>` +
        `<text x="${plot.left - 8}" y="${y(time)}" dy="0.35em" text-anchor="end">${withUnit(time, "ms", "s")}</text>`,
    ),
  ];
  const curve = (/** @type {"stratus" | "yardstick"} */ name, /** @type {string} */ label) => {
    const points = costs.map((cost) => ({ x: x(cost.size), y: y(cost[name]) }));
    const last = points[points.length - 1];
    return [
      `<g class="${name}">`,
      `<polyline points="${points.map((point) => `${point.x},${point.y}`).join(" ")}"/>`,
      ...points.map((point) => `<circle cx="${point.x}" cy="${point.y}" r="3.5"/>`),
      `<text x="${Number(last?.x) + 10}" y="${last?.y}" dy="0.35em">${label}</text>`,
      "</g>",
    ];
  };

  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    "<title>Processor time for a keystroke by the size of the note</title>",
    "<style>",
    "text { font: 13px system-ui, sans-serif; fill: #57606a }",
    ".grid { stroke: #8c959f; stroke-opacity: 0.35 }",
    "polyline { fill: none; stroke-width: 2 }",
    ".stratus polyline { stroke: #b35900 } .stratus circle, .stratus text { fill: #b35900 }",
    ".yardstick polyline { stroke: #0969da; stroke-dasharray: 6 4 } .yardstick circle, .yardstick text { fill: #0969da }",
    "@media (prefers-color-scheme: dark) {",
    "text { fill: #9198a1 }",
    ".stratus polyline { stroke: #f0a050 } .stratus circle, .stratus text { fill: #f0a050 }",
    ".yardstick polyline { stroke: #6cb6ff } .yardstick circle, .yardstick text { fill: #6cb6ff }",
    "}",
    "</style>",
    ...grid,
    ...curve("yardstick", "yardstick"),
    ...curve("stratus", "Stratus"),
    `<text x="${(plot.left + plot.right) / 2}" y="${height - 8}" text-anchor="middle">size of the note</text>`,
    `<text x="${plot.left + 6}" y="${plot.top + 16}">processor time for a keystroke</text>`,
    "</svg>",
  ].join("\n")}\n`;
}

/** The powers of ten that some values lie between. @param {readonly number[]} values */
function decades(values) {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: to - from + 1 }, (_, index) => Number(`1e${from + index}`));
}

/** @param {readonly number[]} ticks @param {number} from where the first is @param {number} to where the last is */
function scale(ticks, from, to) {
  const [first, last] = [Math.min(...ticks), Math.max(...ticks)].map(Math.log10);
  return (/** @type {number} */ value) =>
    Math.round((from + ((Math.log10(value) - Number(first)) / (Number(last) - Number(first))) * (to - from)) * 10) / 10;
}

/** @param {number} value @param {string} unit @param {string} thousand the name of a thousand of it */
const withUnit = (value, unit, thousand) => (value < 1000 ? `${value} ${unit}` : `${value / 1000} ${thousand}`);
