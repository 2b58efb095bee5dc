// What stands around the cursor in a real VS Code: outline, layer hints, folds and colours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useVsCode, studyTable } from "../testbed/vscode.mjs";

// The first window of a new installation takes its time on a busy machine.
const timeout = 150_000;

const { window, openNote } = await useVsCode();

test("the outline shows the rows of a study table with their layers", { timeout }, async () => {
  await openNote(`${studyTable(["L3 Network", "Transit Gate‸way", "A hub."], ["", "VPC", "A network."])}\nThe end.\n`);
  const entries = await window.outline();
  await entries.filter({ hasText: "Transit Gateway — L3" }).waitFor({ timeout: 20_000 });
  await entries.filter({ hasText: "VPC — L3" }).waitFor();
  await entries.filter({ hasText: "OSI Layer · AWS Service · What It Does" }).waitFor();
});

test("layer hints appear when they are turned on, and vanish when they are not", { timeout }, async () => {
  await openNote("A request enters the V‸PC.\n");
  const hint = window.editor.locator(".view-line", { hasText: "‹L3›" });
  await window.hover("Virtual Private Cloud");
  assert.equal(await hint.count(), 0);
  await window.changeSettings({ "stratus.inlayHints.layers": true });
  await hint.waitFor({ timeout: 20_000 });
  await window.changeSettings({});
  await hint.waitFor({ state: "detached", timeout: 20_000 });
});

test("a table folds, and so do the rows of a layer", { timeout }, async () => {
  await openNote(
    studyTable(
      ["L7 Applica‸tion", "ALB", "Chooses."],
      ["", "CloudFront", "Caches."],
      ["L4 Transport", "NLB", "Balances."],
    ),
  );
  await window.fold("<td>L7 Application</td>", "<td>CloudFront</td>");
  assert.ok(await window.line("<td>L4 Transport</td>").isVisible());
  await window.command("Unfold All");
  await window.line("<td>CloudFront</td>").waitFor();
  await window.moveTo({ line: 3, column: 1 });
  await window.fold('<table class="study-table">', "<td>L4 Transport</td>");
});

test("names have a colour of their own, ended services and contradicted rows a style", { timeout }, async () => {
  await openNote(
    "An NLB be‸side App Mesh.\n\n| Layer | Service |\n| --- | --- |\n| L2 | Direct Connect |\n| L2 | **Route 53** |\n",
  );
  const words = await window.style("An");
  const service = await window.style("NLB", { not: words.color });
  assert.equal(service.fontStyle, "normal");
  assert.match((await window.style("App Mesh", { not: words.color })).textDecoration, /line-through/);
  const contradicted = await window.style("Route 53", { not: words.color });
  assert.deepEqual([contradicted.fontStyle, contradicted.fontWeight], ["italic", "700"], "bold stays bold");
  const direct = await window.style("Direct Connect", { not: words.color });
  assert.deepEqual([direct.color, direct.fontStyle], [service.color, "normal"]);
});
