// npm test: sets up, builds, and runs the checks. The last line sums them up.
// npm run test:all: with every editor test, the long searches, the recorded outputs and what else takes its time.
import { build } from "./lib/build.mjs";
import { checks } from "./lib/checks.mjs";
import { bold, dim, green, red, say, seconds, step } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

/** @typedef {import("./lib/checks.mjs").Tally} Tally */

/** @type {{ name: string, took: string, tally: Tally }[]} */
const results = [];

/**
 * Runs one check; one that breaks off counts as a failed test.
 *
 * @param {string} name
 * @param {() => Promise<Tally>} run
 */
async function check(name, run) {
  const began = performance.now();
  step(bold(name));
  /** @type {Tally} */
  let tally;
  try {
    tally = await run();
  } catch (error) {
    say(red(error instanceof Error ? error.message : String(error)));
    tally = { passed: 0, failed: 1, skipped: 0 };
  }
  results.push({ name, took: seconds(began), tally });
  return tally.failed === 0;
}

const ready = await check("setup and build", async () => {
  await setUp();
  await build();
  return { passed: 1, failed: 0, skipped: 0 };
});
if (ready) for (const { name, run } of checks(process.argv.includes("--all"))) await check(name, run);

say();
for (const { name, took, tally } of results) {
  const mark = tally.failed === 0 ? green("✓") : red("✗");
  const skipped = tally.skipped === 0 ? "" : `, ${tally.skipped} skipped`;
  say(`${mark} ${name.padEnd(30)} ${tally.passed} passed, ${tally.failed} failed${skipped} ${dim(took)}`);
}
const sum = (/** @type {keyof Tally} */ key) => results.reduce((total, { tally }) => total + tally[key], 0);
process.exitCode = sum("failed") === 0 ? 0 : 1;
say(`${sum("passed")} passed, ${sum("failed")} failed`);
