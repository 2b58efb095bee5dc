import { blue, bold, cyan, dim, red, yellow } from "./say.mjs";

/**
 * @typedef {import("vscode-languageserver-protocol").Range} Range
 */

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** How many columns a terminal gives to a text. @param {string} text */
function columns(text) {
  let count = 0;
  for (const character of text) count += wide.test(character) ? 2 : 1;
  return count;
}

/** Diagnostic severities by their number in LSP. */
export const severities = [
  { name: "error", paint: red },
  { name: "error", paint: red },
  { name: "warning", paint: yellow },
  { name: "information", paint: blue },
  { name: "hint", paint: dim },
];

/**
 * A line of the note with a stretch of it underlined; of a long line the part around the stretch.
 *
 * @param {readonly string[]} lines
 * @param {Range} range a stretch that goes on over the line's end is underlined to the line's end
 * @param {(text: string) => string} paint
 * @returns {string[]}
 */
export function underlined(lines, { start, end }, paint) {
  const text = (lines[start.line] ?? "").replaceAll("\t", " ");
  const to = end.line === start.line ? end.character : text.length;
  const from = Math.max(0, start.character - 60);
  const shown = text.slice(from, Math.max(to, from + 110));
  const lead = from > 0 ? "…" : "";
  const gap = " ".repeat(columns(lead + text.slice(from, start.character)));
  const mark = (to > start.character ? "~" : "^").repeat(Math.max(1, columns(text.slice(start.character, to))));
  const number = String(start.line + 1).padStart(5);
  return [
    `${dim(`${number} │`)} ${lead}${shown}${from + shown.length < text.length ? "…" : ""}`,
    `${dim("      │")} ${gap}${paint(mark)}`,
  ];
}

/**
 * A hover card as a terminal can show it.
 *
 * @param {import("vscode-languageserver-protocol").Hover["contents"]} contents
 * @returns {string[]}
 */
export function card(contents) {
  const parts = Array.isArray(contents) ? contents : [contents];
  const text = parts.map((part) => (typeof part === "string" ? part : part.value)).join("\n\n");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `      ${cyan("┃")} ${inline(line)}`);
}

/** @param {string} markdown one line */
function inline(markdown) {
  return markdown
    .replace(/^#+ (.*)$/, (_, /** @type {string} */ heading) => bold(heading))
    .replace(/^(---|\*\*\*)$/, dim("─".repeat(40)))
    .replaceAll(/\*\*(.+?)\*\*/g, (_, /** @type {string} */ strong) => bold(strong))
    .replaceAll(/(?<![\w*])[*_]([^*_]+)[*_](?![\w*])/g, "$1")
    .replaceAll(
      /\[([^\]]+)\]\((\S+?)\)/g,
      (_, /** @type {string} */ label, /** @type {string} */ url) => `${label} ${dim(url)}`,
    )
    .replaceAll(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1")
    .replaceAll("&nbsp;", " ")
    .replace(/ {2}$/, "");
}
