// npm run editor: opens examples/ in a real VS Code in the browser, with the extension installed.
import { once } from "node:events";
import { startCodeServer } from "../tests/editors/testbed/codeServer.mjs";
import { provideTestBed } from "../tests/editors/testbed/install.mjs";
import { build } from "./lib/build.mjs";
import { inRoot, vsixFile } from "./lib/paths.mjs";
import { bold, main, say, step } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

await main(async () => {
  await setUp();
  await build();
  const { codeServer: entry } = await provideTestBed({ browser: false });
  step("starting VS Code");
  const codeServer = await startCodeServer({ entry, extensions: [vsixFile] });
  say(`\nThe examples are open at ${bold(codeServer.address(inRoot("examples")))}`);
  say("Ctrl-C ends it.");
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await codeServer.stop();
});
