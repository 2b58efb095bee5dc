// A real Emacs without a screen, set up as the README says.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { installDebianPackages } from "../../../scripts/lib/apt.mjs";
import { inRoot, serverFile } from "../../../scripts/lib/paths.mjs";
import { attempt } from "../../../scripts/lib/run.mjs";
import { note as readNote } from "../testbed/workspace.mjs";

/**
 * What Emacs shows of a note at its cursor: what was looked for.
 *
 * @typedef {object} Seen
 * @property {{ text: string, line: number, marked: string }[]} [findings] flymake's; lines count from 1
 * @property {string} [card] eldoc's
 * @property {string[]} [completions] those of completion at point
 * @property {string} [failure]
 */

// From 29 on Eglot is part of Emacs, and the package is an empty one or none.
const packages = ["emacs-nox", "elpa-markdown-mode", "elpa-eglot"];

/** Sees to Emacs with what the README asks for. @returns {Promise<string | null>} null, or why there is none */
export async function provideEmacs() {
  if (await isReady()) return null;
  const obstacle = await installDebianPackages(packages, "to try the server in Emacs");
  return (await isReady())
    ? null
    : `Emacs 28 or newer with eglot and markdown-mode is missing: ${obstacle ?? "still not found"}`;
}

async function isReady() {
  const asked = "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))";
  return (await attempt("emacs", ["--batch", "--eval", asked])).ok;
}

/** The setup that the README gives. */
async function readmeSetup() {
  const readme = await readFile(inRoot("README.md"), "utf8");
  const [, lisp = ""] = /\*\*Emacs\*\*[^]*?```elisp\n([^]*?)```/.exec(readme) ?? [];
  assert.match(lisp, /\/path\/to\/dist\/stratus/);
  return lisp.replace("/path/to/dist/stratus", serverFile);
}

/**
 * Opens a note in an Emacs of its own, starts Eglot, and looks at the mark ‸.
 *
 * @param {string} marked
 * @param {"findings" | "card" | "completions"} what
 * @returns {Promise<Seen>}
 */
export async function look(marked, what) {
  const folder = await mkdtemp(path.join(tmpdir(), "stratus-emacs-"));
  try {
    const { text, cursor } = readNote(marked);
    const place = (/** @type {string} */ name) => path.join(folder, name);
    await writeFile(place("note.md"), text);
    await writeFile(place("setup.el"), await readmeSetup());
    const task = {
      setup: place("setup.el"),
      note: place("note.md"),
      cursor: { line: cursor.line - 1, character: cursor.column - 1 },
      result: place("seen.json"),
      look: what,
    };
    await writeFile(place("task.json"), JSON.stringify(task));
    const env = { ...process.env, HOME: folder, LC_ALL: "C.UTF-8", STRATUS_TASK: place("task.json") };
    const session = path.join(import.meta.dirname, "session.el");
    const { output } = await attempt("emacs", ["--batch", "--load", session], { cwd: folder, env });
    const seen = await readFile(place("seen.json"), "utf8").catch(() => "");
    assert.notEqual(seen, "", `Emacs saw nothing: ${output}`);
    /** @type {unknown} */
    const parsed = JSON.parse(seen);
    const { failure, ...rest } = /** @type {Seen} */ (parsed);
    assert.equal(failure, undefined, output);
    return rest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
