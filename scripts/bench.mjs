// npm run bench [-- --quick]: measures dist/stratus beside a yardstick, prints the tables of docs/performance.md, and ends
// with 1 where a budget is missed.
import { build, buildBenchmarks } from "./lib/build.mjs";
import { inRoot, serverFile } from "./lib/paths.mjs";
import { attempt } from "./lib/run.mjs";
import { main, step } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

await main(async () => {
  await setUp();
  await build();
  const program = await buildBenchmarks();
  step("measuring, which takes some minutes");
  const { ok } = await attempt(
    program,
    [
      ...[serverFile, process.execPath, inRoot("tests", "benchmarks", "yardstick", "server.mjs")],
      ...[inRoot("examples", "aws-network-by-layer.md"), inRoot("..", "shared", "corpus"), ...process.argv.slice(2)],
    ],
    { show: true },
  );
  if (!ok) process.exitCode = 1;
});
