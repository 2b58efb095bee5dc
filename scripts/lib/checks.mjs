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
 * @returns {Check}
 */
function whole(name, program, args) {
  return {
    name,
    run: async () => {
      const { ok, output } = await attempt(program, args, { env: quiet });
      if (!ok) process.stdout.write(output);
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
    },
  };
}

/** @param {string} name @param {readonly string[]} args @param {...string} bin the tool's place in node_modules */
const nodeTool = (name, args, ...bin) => whole(name, process.execPath, [inRoot("node_modules", ...bin), ...args]);

/** @param {string} text @param {RegExp} pattern */
const numberIn = (text, pattern) => Number(pattern.exec(text)?.[1] ?? 0);

/** @returns {Promise<Tally>} */
async function dotnetTests() {
  const { ok, output } = await attempt("dotnet", ["test", "--solution", inRoot("Lsp.sln"), "--no-build"], {
    env: { ...quiet, STRATUS_SERVER: serverFile },
    show: true,
  });
  const summary = output.slice(output.lastIndexOf("Test run summary"));
  const count = (/** @type {string} */ name) => numberIn(summary, new RegExp(`^ *${name}: (\\d+)`, "m"));
  const tally = { passed: count("succeeded"), failed: count("failed"), skipped: count("skipped") };
  // A project that does not run to its end may leave no failed test behind.
  return ok ? tally : { ...tally, failed: Math.max(1, tally.failed) };
}

/** @returns {Promise<Tally>} */
async function nodeTests() {
  const files = (await readdir(inRoot("tests", "editors"), { recursive: true }))
    .filter((file) => file.endsWith(".test.mjs") && !file.includes("node_modules"))
    .sort();
  const folder = await mkdtemp(path.join(tmpdir(), "stratus-test-"));
  try {
    const report = path.join(folder, "report.tap");
    const { ok } = await attempt(
      process.execPath,
      [
        ...["--test", "--test-concurrency=1"],
        ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
        ...["--test-reporter=tap", `--test-reporter-destination=${report}`],
        ...files.map((file) => inRoot("tests", "editors", file)),
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

/** All of them, the quick ones first. */
export const checks = /** @type {readonly Check[]} */ ([
  nodeTool("prettier", ["--check", "."], "prettier", "bin", "prettier.cjs"),
  nodeTool("tsc, scripts and editor tests", ["-p", inRoot()], "typescript", "bin", "tsc"),
  nodeTool("tsc, client", ["-p", inRoot("client-extension")], "typescript", "bin", "tsc"),
  nodeTool("eslint", ["."], "eslint", "bin", "eslint.js"),
  whole("dotnet build", "dotnet", ["build", inRoot("Lsp.sln"), "--nologo", "-v", "quiet"]),
  whole("dotnet format", "dotnet", ["format", inRoot("Lsp.sln"), "--verify-no-changes", "--no-restore"]),
  { name: "dotnet test", run: dotnetTests },
  whole("accuracy on labelled notes", process.execPath, [inRoot("scripts", "accuracy.mjs")]),
  { name: "node --test, editors", run: nodeTests },
]);
