import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { LspClient } from "./lspClient.mjs";
import { emptyCells, linesOf, wordStarts } from "./noteText.mjs";
import { serverFile } from "./paths.mjs";
import { card, severities, underlined } from "./render.mjs";
import { bold, cyan, dim, green, Obstacle, say } from "./say.mjs";

/**
 * @typedef {import("vscode-languageserver-protocol").Position} Position
 * @typedef {{ client: LspClient, uri: string, lines: readonly string[] }} Visit
 */

const cardsShown = 2;
const cellsShown = 2;
const itemsShown = 8;
const probes = 2000;

/**
 * Opens a note in the real server, and shows what an editor would.
 *
 * @param {string} file
 */
export async function tour(file) {
  const text = await readNote(file);
  const client = new LspClient(serverFile);
  try {
    const visit = { client, uri: pathToFileURL(file).href, lines: linesOf(text) };
    await client.initialize(path.dirname(file));
    await client.open(visit.uri, text);
    await showFindings(visit);
    const first = await showCards(visit);
    await showCompletions(visit, first);
    await client.stop();
  } finally {
    client.kill();
  }
}

/** @param {string} file */
async function readNote(file) {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new Obstacle(`The note cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @param {Visit} visit */
async function showFindings({ client, uri, lines }) {
  const diagnostics = await client.diagnostics(uri);
  title(diagnostics.length === 0 ? "No findings" : `Findings (${diagnostics.length})`);
  diagnostics.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  for (const diagnostic of diagnostics) {
    const { name, paint } = severities[diagnostic.severity ?? 1] ?? { name: "error", paint: bold };
    say(`${paint(bold(name))} ${dim(`${diagnostic.code ?? ""}`)}  ${diagnostic.message}`);
    for (const line of underlined(lines, diagnostic.range, paint)) say(line);
    for (const related of diagnostic.relatedInformation ?? []) {
      say(`${dim("      = ")}${place(related.location.range.start)} ${related.message}`);
    }
    for (const fix of await client.fixTitles(uri, diagnostic)) say(`${dim("      = ")}${green("fix:")} ${fix}`);
    say();
  }
}

/**
 * Shows the cards of the first names that the server knows.
 *
 * @param {Visit} visit
 * @returns {Promise<Position | null>} where the first of these names begins
 */
async function showCards({ client, uri, lines }) {
  title("Hover");
  /** @type {Map<string, Position>} */
  const shown = new Map();
  for (const position of wordStarts(lines).slice(0, probes)) {
    if (shown.size === cardsShown) break;
    const hover = await client.hover(uri, position);
    if (hover === null) continue;
    const range = hover.range ?? { start: position, end: position };
    if (shown.has(place(range.start))) continue;
    shown.set(place(range.start), range.start);
    for (const line of underlined(lines, range, cyan)) say(line);
    for (const line of card(hover.contents)) say(line);
    say();
  }
  const [first] = shown.values();
  if (first === undefined) say("The server knows no name in this note.\n");
  return first ?? null;
}

/**
 * Shows what is offered in empty cells, a different list each time; where none is empty, while
 * the first known name is being typed.
 *
 * @param {Visit} visit
 * @param {Position | null} knownName
 */
async function showCompletions({ client, uri, lines }, knownName) {
  title("Completion");
  const typing = knownName === null ? [] : [{ line: knownName.line, character: knownName.character + 2 }];
  const cells = emptyCells(lines).slice(0, probes);
  /** @type {Set<string>} */
  const labels = new Set();
  let shown = 0;
  for (const position of cells.length > 0 ? cells : typing) {
    if (shown === cellsShown) break;
    const items = await client.completion(uri, position);
    if (items.length === 0 || items.some(({ label }) => labels.has(label))) continue;
    items.sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
    shown++;
    for (const line of underlined(lines, { start: position, end: position }, cyan)) say(line);
    for (const { label } of items) labels.add(label);
    const width = Math.max(...items.slice(0, itemsShown).map(({ label }) => label.length));
    for (const { label, detail, labelDetails } of items.slice(0, itemsShown)) {
      say(`      ${cyan("▸")} ${label.padEnd(width)}  ${dim(detail ?? labelDetails?.description ?? "")}`.trimEnd());
    }
    if (items.length > itemsShown) say(dim(`        and ${items.length - itemsShown} more`));
    say();
  }
  if (shown === 0) say("No empty cell and no known name to complete in this note.\n");
}

/** @param {string} text */
function title(text) {
  say(`${bold(text)}\n${dim("─".repeat(text.length))}`);
}

/** @param {Position} position counted from 0 @returns {string} counted from 1 */
const place = ({ line, character }) => `${line + 1}:${character + 1}`;
