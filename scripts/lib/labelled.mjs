import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { Obstacle } from "./say.mjs";

/**
 * One note of tests/labelled, with all that a careful reader says of it (tests/labelled/README.md).
 *
 * @typedef {object} Labelled
 * @property {string} name
 * @property {string} text the note, without its labels
 * @property {string[]} mentions as {@link mentionKey} writes them
 * @property {string[]} placements as {@link placementKey} writes them
 */

/**
 * @typedef {{ line: number, character: number }} Position
 * @typedef {{ start: Position, end: Position }} Range
 * @typedef {object} Model the parts of the model of `stratus inspect` that are compared
 * @property {{ terms: string[], range: Range }[]} mentions
 * @property {{ services: string[], layers: number[], hedged: boolean }[]} placements
 */

/** @param {string} text @param {number} start @param {number} end UTF-16 offsets @param {readonly string[]} ids */
function mentionKey(text, start, end, ids) {
  const line = text.slice(0, start).split("\n").length;
  const character = start - (text.lastIndexOf("\n", start - 1) + 1) + 1;
  return `${line}:${character} "${text.slice(start, end).replaceAll("\n", "⏎")}" ${[...ids].sort().join(" ")}`;
}

/** @param {readonly string[]} services @param {readonly (string | number)[]} layers @param {boolean} hedged */
const placementKey = (services, layers, hedged) =>
  `${[...services].sort().join(" ")} @ ${[...layers].sort().join(" ")}${hedged ? " hedged" : ""}`;

/**
 * Takes the labels out of a note.
 *
 * @param {string} name
 * @param {string} source
 * @returns {Labelled}
 */
export function readLabelled(name, source) {
  const placements = [];
  let marked = source;
  for (;;) {
    const last = /(?:^|\n)<!-- placement (.+?) @ ([1-7 ]+?)( hedged)? -->\n*$/.exec(marked);
    if (!last) break;
    placements.unshift(placementKey(last[1]?.split(" ") ?? [], last[2]?.split(" ") ?? [], last[3] !== undefined));
    marked = marked.slice(0, last.index + 1);
  }

  let text = "";
  let done = 0;
  /** @type {{ start: number, end: number, ids: string[] }[]} */
  const marks = [];
  for (const mark of marked.matchAll(/⟦([^⟦⟧→]+)→([a-z0-9-]+(?: [a-z0-9-]+)*)⟧/g)) {
    text += marked.slice(done, mark.index);
    const [, name = "", ids = ""] = mark;
    marks.push({ start: text.length, end: text.length + name.length, ids: ids.split(" ") });
    text += name;
    done = mark.index + mark[0].length;
  }
  text += marked.slice(done);
  const stray = /[⟦⟧]|<!-- placement/.exec(text);
  if (stray)
    throw new Obstacle(
      `tests/labelled/${name}: a label that cannot be read: ${text.slice(stray.index, stray.index + 60)}`,
    );
  return { name, text, placements, mentions: marks.map(({ start, end, ids }) => mentionKey(text, start, end, ids)) };
}

/** All notes of a folder, by name. @param {string} folder @returns {Promise<Labelled[]>} */
export async function readAllLabelled(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md") && name !== "README.md").sort();
  return Promise.all(names.map(async (name) => readLabelled(name, await readFile(path.join(folder, name), "utf8"))));
}

/**
 * What a program says of a note, in the same words.
 *
 * @param {string} text
 * @param {Model} model
 */
export function readModel(text, model) {
  const lines = [0];
  for (const { index } of text.matchAll(/\n/g)) lines.push(index + 1);
  const offset = (/** @type {Position} */ { line, character }) => (lines[line] ?? text.length) + character;
  return {
    mentions: model.mentions.map(({ terms, range }) => mentionKey(text, offset(range.start), offset(range.end), terms)),
    placements: model.placements.map(({ services, layers, hedged }) => placementKey(services, layers, hedged)),
  };
}

/**
 * Pairs what was said with what is right, each once.
 *
 * @param {readonly string[]} right
 * @param {readonly string[]} said
 */
export function compare(right, said) {
  const missing = [...right];
  const wrong = said.filter((one) => {
    const at = missing.indexOf(one);
    if (at >= 0) missing.splice(at, 1);
    return at < 0;
  });
  return { missing, wrong, hits: right.length - missing.length };
}
