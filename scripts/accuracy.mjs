// npm run accuracy: precision and recall of the reader on tests/labelled, and every disagreement. Ends with 1 below the bar.
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { compare, readAllLabelled, readModel } from "./lib/labelled.mjs";
import { inRoot, serverFile } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { Obstacle, bold, green, main, red, say } from "./lib/say.mjs";

const bars = /** @type {const} */ ({ mentions: 0.99, placements: 0.98 });

await main(async () => {
  const notes = await readAllLabelled(inRoot("tests", "labelled"));
  const models = await inspect(notes);
  for (const kind of /** @type {const} */ (["mentions", "placements"])) {
    let [hits, right, said] = [0, 0, 0];
    for (const [index, note] of notes.entries()) {
      const model = models[index] ?? { mentions: [], placements: [] };
      const { missing, wrong, hits: found } = compare(note[kind], model[kind]);
      for (const one of missing) say(`${red("missing")} ${note.name}: ${one}`);
      for (const one of wrong) say(`${red("wrong  ")} ${note.name}: ${one}`);
      hits += found;
      right += note[kind].length;
      said += model[kind].length;
    }

    const [precision, recall] = [hits / said, hits / right];
    const isGood = precision >= bars[kind] && recall >= bars[kind];
    const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(2)} %`;
    say(
      `${isGood ? green("✓") : red("✗")} ${bold(kind)}: precision ${percent(precision)}, recall ${percent(recall)} ` +
        `(${hits} of ${right} labelled, ${said} said, in ${notes.length} notes; at least ${percent(bars[kind])} both)`,
    );
    if (!isGood) process.exitCode = 1;
  }
});

/** @param {readonly import("./lib/labelled.mjs").Labelled[]} notes */
async function inspect(notes) {
  const folder = await mkdtemp(path.join(tmpdir(), "stratus-accuracy-"));
  try {
    await Promise.all(notes.map(({ name, text }) => writeFile(path.join(folder, name), text)));
    const server = process.env["STRATUS_SERVER"] ?? serverFile;
    if (!existsSync(server)) throw new Obstacle(`${server} is missing: npm run build makes it`);
    const output = await run("reading the notes", server, ["inspect", ...notes.map(({ name }) => name)], {
      cwd: folder,
    });
    return output
      .trimEnd()
      .split("\n")
      .map((line, index) => {
        /** @type {unknown} */
        const model = JSON.parse(line);
        return readModel(notes[index]?.text ?? "", /** @type {import("./lib/labelled.mjs").Model} */ (model));
      });
  } finally {
    await rm(folder, { recursive: true });
  }
}
