// A real VS Code that runs without a screen: code-server, which is VS Code's own workbench and
// extension host behind a web server, and Chromium to look at it.
import { mkdir, mkdtemp, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { installDebianPackages } from "../../../scripts/lib/apt.mjs";
import { userCache } from "../../../scripts/lib/paths.mjs";
import { attempt, run } from "../../../scripts/lib/run.mjs";
import { Obstacle, step } from "../../../scripts/lib/say.mjs";

/** VS Code 1.100.3. */
const version = "4.100.3";
/** Raised when what is made of that version below changes. */
const recipe = 1;

/**
 * @typedef {object} TestBed
 * @property {string} codeServer code-server's entry, a script for Node
 * @property {string} chromium the browser's program
 */

/**
 * Sees to VS Code and, unless only a person's browser is to be used, to Chromium.
 *
 * @param {{ browser?: boolean }} [options]
 * @returns {Promise<TestBed>}
 */
export async function provideTestBed({ browser = true } = {}) {
  let { missing, ripgrep, chromium } = await findPrograms(browser);
  if (missing.length > 0) {
    const obstacle = await installDebianPackages(missing, "for VS Code in a browser");
    ({ missing, ripgrep, chromium } = await findPrograms(browser));
    if (missing.length > 0) {
      throw new Obstacle(`VS Code in a browser needs ${missing.join(", ")}: ${obstacle ?? "still not found"}.`);
    }
  }
  const home = path.join(userCache, `code-server-${version}-${recipe}`);
  if (!(await exists(home))) await install(home, ripgrep);
  return { codeServer: path.join(home, "node_modules/code-server/out/node/entry.js"), chromium };
}

/**
 * @param {boolean} browser
 * @returns {Promise<{ missing: string[], ripgrep: string, chromium: string }>} missing: the packages to install
 */
async function findPrograms(browser) {
  const ripgrep = await onPath(["rg"]);
  const chromium = browser ? await onPath(["chromium", "chromium-browser", "google-chrome"]) : "";
  const missing = [];
  if (ripgrep === null) missing.push("ripgrep");
  // A page without any font has no text to look at.
  if (chromium === null) missing.push("chromium", "fonts-dejavu-core");
  return { missing, ripgrep: ripgrep ?? "", chromium: chromium ?? "" };
}

/**
 * Installs beside the place and moves there when done, so that what stands is whole, whoever
 * else may be installing at the same time.
 *
 * @param {string} home @param {string} ripgrep
 */
async function install(home, ripgrep) {
  step(`installing code-server ${version} (VS Code in a browser) into ${home}`);
  await mkdir(path.dirname(home), { recursive: true });
  const site = await mkdtemp(`${home}-`);
  try {
    await writeFile(path.join(site, "package.json"), JSON.stringify({ private: true }));
    const quick = ["--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"];
    await run("Installing code-server", "npm", ["install", ...quick, `code-server@${version}`], { cwd: site });
    await completeCodeServer(path.join(site, "node_modules/code-server"), quick, ripgrep);
    await rename(site, home).catch(async (/** @type {unknown} */ error) => {
      if (!(await exists(home))) throw error;
    });
  } finally {
    await rm(site, { recursive: true, force: true });
  }
}

/**
 * Does by hand what code-server's install scripts would, but for compiling native modules (a
 * terminal, logs on disk), which nothing here needs, and fetching programs.
 *
 * @param {string} codeServer @param {readonly string[]} quick @param {string} ripgrep
 */
async function completeCodeServer(codeServer, quick, ripgrep) {
  const vscode = path.join(codeServer, "lib/vscode");
  await run("Installing VS Code's own packages", "npm", ["install", ...quick], { cwd: vscode });
  await symlink("node_modules", path.join(vscode, "node_modules.asar"));
  const ripgrepBin = path.join(vscode, "node_modules/@vscode/ripgrep/bin");
  await mkdir(ripgrepBin, { recursive: true });
  await symlink(ripgrep, path.join(ripgrepBin, "rg"));
  // Hashes passwords, and is compiled for it; the server listens to this machine and has none.
  const argon2 = path.join(codeServer, "../argon2/argon2.js");
  await writeFile(argon2, "module.exports = { verify: async () => false, needsRehash: () => false };\n");
}

/** @param {readonly string[]} programs @returns {Promise<string | null>} the path of the first that is there */
async function onPath(programs) {
  for (const program of programs) {
    const found = await attempt("which", [program]);
    if (found.ok) return found.output.trim();
  }
  return null;
}

/** @param {string} place */
const exists = (place) =>
  stat(place).then(
    () => true,
    () => false,
  );
