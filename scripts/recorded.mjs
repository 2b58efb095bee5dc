// npm run recorded: compares what dist/stratus says of the examples, the fixtures and the corpus with what is recorded in
// tests/recorded, and ends with 1 where it differs.
//   -- --record            records what it says now
//   -- --keep FOLDER       leaves the whole outputs in a folder, for diff
//   -- --against PROGRAM   compares with what another stratus says, line by line, in place of the record
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./lib/build.mjs";
import { inRoot, serverFile } from "./lib/paths.mjs";
import { comparisonOf, differencesOf, keep, outputsOf, recordOf } from "./lib/recordings.mjs";
import { bold, dim, green, main, red, say } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

/** The corpus lies beside the checkout, where there is one: its notes are others' work, and no part of the project. */
const sets = [
  { name: "examples", folder: inRoot("examples") },
  { name: "fixtures", folder: inRoot("tests", "fixtures") },
  { name: "corpus", folder: inRoot("..", "shared", "corpus") },
];

await main(async () => {
  const { values } = parseArgs({
    options: { record: { type: "boolean" }, keep: { type: "string" }, against: { type: "string" } },
  });
  const program = process.env["STRATUS_SERVER"] ?? (await builtProgram());
  for (const { name, folder } of sets) {
    if (!existsSync(folder)) {
      say(`${bold(name)}: skipped, there is no ${path.relative(inRoot(), folder)}`);
      continue;
    }

    // Another program may not know how to check for a day; on the same day both speak of the same.
    const outputs = await outputsOf(program, folder, { fixesDay: values.against === undefined });
    if (values.keep !== undefined) await keep(outputs, path.join(fromCaller(values.keep), name));
    if (values.against !== undefined) {
      const theirs = await outputsOf(fromCaller(values.against), folder, { fixesDay: false });
      report(name, outputs.size, comparisonOf(theirs, outputs), "the same as the other program says");
      continue;
    }

    const recordFile = inRoot("tests", "recorded", `${name}.tsv`);
    const record = recordOf(outputs);
    if (values.record === true) {
      await writeFile(recordFile, record);
      say(`${green("✓")} ${bold(name)}: ${outputs.size} recorded`);
    } else {
      const before = await readFile(recordFile, "utf8").catch(() => "");
      report(name, outputs.size, differencesOf(before, record), "as recorded");
    }
  }
});

async function builtProgram() {
  await setUp();
  await build();
  return serverFile;
}

/** A path as typed: npm runs its scripts in the root of the checkout. @param {string} typed */
function fromCaller(typed) {
  return path.resolve(process.env["INIT_CWD"] ?? process.cwd(), typed);
}

/** @param {string} name @param {number} count @param {readonly string[]} differences @param {string} same */
function report(name, count, differences, same) {
  for (const line of differences) say(line);
  if (differences.length === 0) {
    say(`${green("✓")} ${bold(name)}: ${count} ${same}`);
  } else {
    process.exitCode = 1;
    const notes = differences.filter((line) => !line.startsWith("  ")).length;
    say(
      `${red("✗")} ${bold(name)}: ${notes} of ${count} differ; ${dim("npm run recorded -- --against PROGRAM shows each line")}`,
    );
  }
}
