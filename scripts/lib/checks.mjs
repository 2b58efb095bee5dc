import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRoot, serverFile } from "./paths.mjs";
import { attempt } from "./run.mjs";

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * One kind of check of `npm test`.
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {boolean} [onlyInAll] whether it takes so long that only `npm run test:all` runs it
 * @property {() => Promise<Tally>} run shows its output as it goes
 */

// In English, since the summary of the tests is read here.
const quiet = { ...process.env, DOTNET_NOLOGO: "1", DOTNET_CLI_UI_LANGUAGE: "en" };

/**
 * A check that passes or fails as a whole, and speaks only when it fails.
 *
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ show?: boolean }} [options] show: it speaks in any case
 * @returns {Check}
 */
function whole(name, program, args, { show = false } = {}) {
  return {
    name,
    run: async () => {
      const { ok, output } = await attempt(program, args, { env: quiet, show });
      if (!ok && !show) process.stdout.write(output);
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
    },
  };
}

/** @param {string} name @param {readonly string[]} args @param {...string} bin the tool's place in node_modules */
const nodeTool = (name, args, ...bin) => whole(name, process.execPath, [inRoot("node_modules", ...bin), ...args]);

/** @param {string} text @param {RegExp} pattern */
const numberIn = (text, pattern) => Number(pattern.exec(text)?.[1] ?? 0);

/**
 * @param {readonly string[]} what
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {Promise<Tally>}
 */
async function dotnetTests(what, more = {}) {
  const { ok, output } = await attempt("dotnet", ["test", ...what, "--no-build"], {
    env: { ...quiet, STRATUS_SERVER: serverFile, ...more },
    show: true,
  });
  const summary = output.slice(output.lastIndexOf("Test run summary"));
  const count = (/** @type {string} */ name) => numberIn(summary, new RegExp(`^ *${name}: (\\d+)`, "m"));
  const tally = { passed: count("succeeded"), failed: count("failed"), skipped: count("skipped") };
  // A project that does not run to its end may leave no failed test behind.
  return ok ? tally : { ...tally, failed: Math.max(1, tally.failed) };
}

/**
 * @param {readonly string[]} folders below tests
 * @param {(file: string) => boolean} [isWanted] by a file's path in them
 * @returns {Promise<Tally>}
 */
async function nodeTests(folders, isWanted = () => true) {
  const files = [];
  for (const folder of folders) {
    for (const file of await readdir(inRoot("tests", folder), { recursive: true })) {
      if (file.endsWith(".test.mjs") && !file.includes("node_modules") && isWanted(path.join(folder, file))) {
        files.push(inRoot("tests", folder, file));
      }
    }
  }

  const folder = await mkdtemp(path.join(tmpdir(), "stratus-test-"));
  try {
    const report = path.join(folder, "report.tap");
    const { ok } = await attempt(
      process.execPath,
      [
        ...["--test", "--test-concurrency=1"],
        ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
        ...["--test-reporter=tap", `--test-reporter-destination=${report}`],
        ...files.sort(),
      ],
      { show: true },
    );
    const tap = await readFile(report, "utf8");
    const count = (/** @type {string} */ name) => numberIn(tap, new RegExp(`^# ${name} (\\d+)`, "m"));
    const tally = {
      passed: count("pass"),
      failed: count("fail") + count("cancelled"),
      skipped: count("skipped") + count("todo"),
    };
    return ok ? tally : { ...tally, failed: Math.max(1, tally.failed) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** One VS Code, one Neovim, one Emacs: every other file of tests/editors/vscode starts a VS Code of its own. */
const oneOfEach = (/** @type {string} */ file) =>
  path.basename(path.dirname(file)) !== "vscode" || path.basename(file) === "vscode.test.mjs";

/**
 * The laws of a room, tried with ten times as many notes.
 *
 * @param {string} room
 * @returns {Check}
 */
const longSearch = (room) => ({
  name: `dotnet test, long search, ${room}`,
  run: () => dotnetTests(["--project", inRoot("tests", `Stratus.${room}.Tests`)], { STRATUS_FUZZ: "20000" }),
  onlyInAll: true,
});

const format = ["format", inRoot("Lsp.sln"), "--verify-no-changes", "--no-restore"];

/** @type {readonly Check[]} */
const all = [
  nodeTool("prettier", ["--check", "."], "prettier", "bin", "prettier.cjs"),
  nodeTool("tsc, scripts and editor tests", ["-p", inRoot()], "typescript", "bin", "tsc"),
  nodeTool("tsc, client", ["-p", inRoot("client-extension")], "typescript", "bin", "tsc"),
  nodeTool("eslint", ["."], "eslint", "bin", "eslint.js"),
  // The style of C# is held by the build, the order of usings by a test; see tests/scripts/csharp.test.mjs.
  whole("dotnet build", "dotnet", ["build", inRoot("Lsp.sln"), "--nologo", "-v", "quiet"]),
  { ...whole("dotnet format", "dotnet", format), onlyInAll: true },
  { name: "dotnet test", run: () => dotnetTests(["--solution", inRoot("Lsp.sln")]) },
  longSearch("Notes"),
  longSearch("Features"),
  whole("accuracy on labelled notes", process.execPath, [inRoot("scripts", "accuracy.mjs")]),
  {
    ...whole("recorded outputs", process.execPath, [inRoot("scripts", "recorded.mjs")], { show: true }),
    onlyInAll: true,
  },
  { name: "node --test, scripts", run: () => nodeTests(["scripts"]) },
  { name: "node --test, editors", run: () => nodeTests(["editors"], oneOfEach) },
  {
    name: "node --test, all of VS Code",
    run: () => nodeTests(["editors"], (file) => !oneOfEach(file)),
    onlyInAll: true,
  },
];

/** Those of `npm test`, or of `npm run test:all`, the quick ones first. @param {boolean} isAll */
export const checks = (isAll) => all.filter(({ onlyInAll }) => isAll || onlyInAll !== true);
