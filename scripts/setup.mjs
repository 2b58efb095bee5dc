// npm run setup: installs what the other commands need. They all call it themselves.
import { provideNativeToolchain } from "./lib/nativeToolchain.mjs";
import { main, say, yellow } from "./lib/say.mjs";
import { setUp } from "./lib/setup.mjs";

await main(async () => {
  await setUp();
  const obstacle = await provideNativeToolchain();
  if (obstacle !== null) say(yellow(`No native toolchain (the server will be built without NativeAOT): ${obstacle}.`));
});
