import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Where the cursor goes in a note written for a test. */
const mark = "‸";

/**
 * @typedef {object} MarkedNote
 * @property {string} text without the mark
 * @property {{ line: number, column: number }} cursor where the mark stood, counted from 1
 */

/** @param {string} marked a note with one ‸ in it @returns {MarkedNote} */
export function note(marked) {
  const [before = "", after] = marked.split(mark);
  if (after === undefined) throw new Error(`the note has no ${mark}`);
  const lines = before.split("\n");
  return { text: before + after, cursor: { line: lines.length, column: (lines.at(-1) ?? "").length + 1 } };
}

/** A folder for notes, for as long as it is used. */
export async function noteFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), "stratus-notes-"));
  let notes = 0;
  return {
    folder,
    /** @param {string} text @returns the path of a new note */
    async add(text) {
      const file = path.join(folder, `note-${++notes}.md`);
      await writeFile(file, text);
      return file;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
