// npm run bench: measures dist/stratus beside a yardstick, prints the tables of docs/performance.md, and ends with 1 where a
// budget is missed.
//   -- --quick          does a third of it
//   -- --only SECTION   measures some sections, separated by commas; a wrong one says which there are
//   -- --record         writes the tables into docs/performance.md, and the plot beside it
// STRATUS_SERVER names another program to measure.
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { build, buildBenchmarks } from "./lib/build.mjs";
import { costsIn, pageWith, plotOf } from "./lib/figures.mjs";
import { inRoot, serverFile } from "./lib/paths.mjs";
import { attempt } from "./lib/run.mjs";
import { main, Obstacle, step } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

await main(async () => {
  const { values } = parseArgs({
    options: { quick: { type: "boolean" }, only: { type: "string" }, record: { type: "boolean" } },
  });
  if (values.record === true && (values.quick === true || values.only !== undefined)) {
    throw new Obstacle("Only all figures can be recorded: leave out `--quick` and `--only`.");
  }

  await setUp();
  const server = process.env["STRATUS_SERVER"] ?? (await builtProgram());
  const program = await buildBenchmarks();
  step("measuring, which takes some minutes");
  const { ok, stdout } = await attempt(
    program,
    [
      ...[server, process.execPath, inRoot("tests", "benchmarks", "yardstick", "server.mjs")],
      ...[inRoot("examples", "aws-network-by-layer.md"), inRoot("..", "shared", "corpus")],
      ...(values.quick === true ? ["--quick"] : []),
      ...(values.only === undefined ? [] : ["--only", values.only]),
    ],
    { show: true },
  );
  if (!ok) process.exitCode = 1;
  if (values.record === true) await record(stdout);
});

async function builtProgram() {
  await build();
  return serverFile;
}

/** @param {string} tables */
async function record(tables) {
  const page = inRoot("docs", "performance.md");
  const today = new Date().toISOString().slice(0, 10);
  await writeFile(page, pageWith(await readFile(page, "utf8"), today, tables));
  await writeFile(inRoot("docs", "performance.svg"), plotOf(costsIn(tables)));
  step("docs/performance.md and docs/performance.svg are written");
}
