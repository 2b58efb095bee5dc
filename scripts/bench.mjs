// npm run bench [-- --quick]: measures dist/stratus, and ends with 1 where a budget is missed.
import { build } from "./lib/build.mjs";
import { inRoot, serverFile } from "./lib/paths.mjs";
import { attempt } from "./lib/run.mjs";
import { main, step } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

await main(async () => {
  await setUp();
  await build();
  step("measuring, which takes a minute or two");
  const { ok } = await attempt(
    "dotnet",
    [
      ...["run", "--project", inRoot("tests", "benchmarks"), "-c", "Release", "--", serverFile],
      ...[inRoot("examples", "aws-network-by-layer.md"), ...process.argv.slice(2)],
    ],
    { show: true },
  );
  if (!ok) process.exitCode = 1;
});
