// npm start [-- note.md]: shows in the terminal what Stratus makes of a note.
import path from "node:path";
import { build } from "./lib/build.mjs";
import { inRoot } from "./lib/paths.mjs";
import { bold, main, say } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

await main(async () => {
  await setUp();
  await build();
  const [note] = process.argv.slice(2);
  // npm runs its scripts in the root of the checkout, while a path is meant from where it was typed.
  const from = process.env["INIT_CWD"] ?? process.cwd();
  const file = note === undefined ? inRoot("examples", "aws-network-by-layer.md") : path.resolve(from, note);
  say(`\n${bold("Stratus")} on ${path.relative(from, file)}\n`);
  // Not before the set-up: it stands on installed packages.
  const { tour } = await import("./lib/tour.mjs");
  await tour(file);
});
