// npm run build [-- --no-aot]: leaves dist/stratus and dist/stratus.vsix.
import { build } from "./lib/build.mjs";
import { main, say } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

await main(async () => {
  await setUp();
  await build({ native: !process.argv.includes("--no-aot") });
  say("dist/stratus and dist/stratus.vsix are up to date.");
});
