import assert from "node:assert/strict";
import { test } from "node:test";
import { clientModule } from "./clientModule.mjs";

const { Crashes } = /** @type {typeof import("../../../client-extension/src/crashes")} */ (
  await clientModule("crashes")
);

test("a server that dies is started again, one that keeps dying is not", () => {
  const crashes = new Crashes(2, 1000);
  assert.deepEqual([crashes.mayRestart(0), crashes.mayRestart(10), crashes.mayRestart(20)], [true, true, false]);
});

test("crashes of long ago do not count", () => {
  const crashes = new Crashes(1, 1000);
  assert.deepEqual([crashes.mayRestart(0), crashes.mayRestart(1500)], [true, true]);
});

test("a restart by hand begins a new count", () => {
  const crashes = new Crashes(1, 1000);
  crashes.mayRestart(0);
  crashes.forget();
  assert.equal(crashes.mayRestart(10), true);
});
