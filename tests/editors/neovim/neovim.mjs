// A real Neovim without a screen, set up as the README says.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { installDebianPackages } from "../../../scripts/lib/apt.mjs";
import { inRoot, serverFile } from "../../../scripts/lib/paths.mjs";
import { attempt } from "../../../scripts/lib/run.mjs";
import { note as readNote } from "../testbed/workspace.mjs";

/**
 * What Neovim shows of a note at its cursor.
 *
 * @typedef {object} Seen
 * @property {string} version
 * @property {{ code: string, message: string, severity: number, line: number, column: number, ends: number }[]} [diagnostics]
 * @property {{ label: string, kind: number, text: string }[]} [completion]
 * @property {string[]} [symbols] undefined where the server has none
 * @property {{ line: number, character: number }[]} [highlights] undefined where the server has none
 * @property {string[]} [actions]
 * @property {{ contents: { kind: string, value: string } } | null} [hover]
 * @property {string[]} [float] the lines of the window that hover opened
 * @property {string} [failure]
 */

/** Sees to Neovim. @returns {Promise<{ version: readonly [number, number] } | { obstacle: string }>} */
export async function provideNeovim() {
  const found = await versionOf();
  if (found !== null) return { version: found };
  const obstacle = await installDebianPackages(["neovim"], "to try the server in Neovim");
  const version = await versionOf();
  return version === null ? { obstacle: `Neovim is missing: ${obstacle ?? "still not found"}` } : { version };
}

/** @returns {Promise<readonly [number, number] | null>} */
async function versionOf() {
  const { ok, output } = await attempt("nvim", ["--version"]);
  const [, major, minor] = /NVIM v(\d+)\.(\d+)/.exec(output) ?? [];
  return ok && major !== undefined && minor !== undefined ? [Number(major), Number(minor)] : null;
}

/**
 * The setup that the README gives for this version: the first piece of Lua is for the newer ones.
 *
 * @param {readonly [number, number]} version
 */
export async function readmeSetup([major, minor]) {
  const readme = await readFile(inRoot("README.md"), "utf8");
  const section = readme.slice(readme.indexOf("**Neovim**"), readme.indexOf("**Emacs**"));
  const pieces = [...section.matchAll(/```lua\n([^]*?)```/g)].map(([, lua = ""]) => lua);
  assert.equal(pieces.length, 2, "the README has a piece of Lua for newer and one for older Neovims");
  const lua = pieces[major > 0 || minor >= 11 ? 0 : 1] ?? "";
  assert.match(lua, /\/path\/to\/dist\/stratus/);
  return lua.replace("/path/to/dist/stratus", serverFile);
}

/**
 * Opens a note in a Neovim of its own, and looks at it at the mark ‸.
 *
 * @param {readonly [number, number]} version
 * @param {string} marked
 * @param {{ hover?: true, completion?: true, diagnostics?: number, symbols?: true, highlights?: true, actions?: true }} what diagnostics: how many to wait for
 * @returns {Promise<Seen>}
 */
export async function look(version, marked, what) {
  const folder = await mkdtemp(path.join(tmpdir(), "stratus-neovim-"));
  try {
    const { text, cursor } = readNote(marked);
    const place = (/** @type {string} */ name) => path.join(folder, name);
    await writeFile(place("note.md"), text);
    await writeFile(place("setup.lua"), await readmeSetup(version));
    const task = {
      setup: place("setup.lua"),
      note: place("note.md"),
      cursor: { line: cursor.line - 1, character: cursor.column - 1 },
      result: place("seen.json"),
      ...what,
    };
    await writeFile(place("task.json"), JSON.stringify(task));
    const env = {
      ...process.env,
      STRATUS_TASK: place("task.json"),
      NVIM_LOG_FILE: place("log"),
      XDG_STATE_HOME: folder,
    };
    const session = path.join(import.meta.dirname, "session.lua");
    const { output } = await attempt("nvim", ["--headless", "--clean", "-n", "-c", `luafile ${session}`], { env });
    const seen = await readFile(place("seen.json"), "utf8").catch(() => "");
    assert.notEqual(seen, "", `Neovim saw nothing: ${output}`);
    /** @type {unknown} */
    const parsed = JSON.parse(seen);
    const { failure, ...rest } = /** @type {Seen} */ (parsed);
    assert.equal(failure, undefined);
    return rest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
