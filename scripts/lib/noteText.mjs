// Places in a note that the tour asks the server about, found by the shape of the text alone:
// what stands there is for the server to say.

/**
 * @typedef {import("vscode-languageserver-protocol").Position} Position
 */

/** @param {string} text */
export const linesOf = (text) => text.split(/\r\n|\r|\n/);

/**
 * Where each word begins, from the first table on (from the top in a note without tables).
 *
 * @param {readonly string[]} lines
 * @returns {Position[]}
 */
export function wordStarts(lines) {
  const table = lines.findIndex((line) => /^\s*\|?\s*:?-+:?\s*\|/.test(line) || /<tbody\b|<table\b/i.test(line));
  /** @type {Position[]} */
  const starts = [];
  for (let line = Math.max(table, 0); line < lines.length; line++) {
    for (const word of (lines[line] ?? "").matchAll(/[\p{L}\p{N}]+/gu)) starts.push({ line, character: word.index });
  }
  return starts;
}

/**
 * Where the cursor goes in each empty table cell.
 *
 * @param {readonly string[]} lines
 * @returns {Position[]}
 */
export function emptyCells(lines) {
  /** @type {Position[]} */
  const cells = [];
  for (const [line, text] of lines.entries()) {
    for (const cell of text.matchAll(/(<td\b[^>]*>)\s*<\/td>/gi)) {
      cells.push({ line, character: cell.index + (cell[1] ?? "").length });
    }
    if (!/^\s*\|/.test(text)) continue;
    for (const cell of text.matchAll(/\|( +)(?=\|)/g)) cells.push({ line, character: cell.index + 2 });
  }
  return cells;
}
