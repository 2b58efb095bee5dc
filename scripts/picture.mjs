// npm run picture: takes the README's picture, a hover card in a real VS Code.
import { build } from "./lib/build.mjs";
import { inRoot } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { main, say } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

await main(async () => {
  await setUp();
  await build();
  const picture = inRoot("docs", "hover.png");
  await run(
    "Taking the picture",
    process.execPath,
    ["--test", "--test-name-pattern=example note", inRoot("tests/editors/vscode/vscode.test.mjs")],
    { env: { ...process.env, STRATUS_PICTURE: picture } },
  );
  say(picture);
});
