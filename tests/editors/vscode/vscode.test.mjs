// What a user sees in a real VS Code with the packaged extension installed.
import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { inRoot, serverFile } from "../../../scripts/lib/paths.mjs";
import { useVsCode, studyTable } from "../testbed/vscode.mjs";
import { Window } from "../testbed/window.mjs";
import { note } from "../testbed/workspace.mjs";

// The first window of a new installation takes its time on a busy machine.
const timeout = 150_000;
const pictureSize = { width: 960, height: 780, scale: 2 };

const vsCode = await useVsCode();
const { window, openNote } = vsCode;

test("hovering over a service in an HTML cell shows its card", { timeout }, async () => {
  await openNote(
    studyTable(["<strong>L3 Network</strong>", "VPC", "A network."], ["", "Direct Con‸nect", "A line of one's own."]),
  );
  const card = await window.hover("AWS Direct Connect");
  assert.match(await card.innerText(), /L1/);
});

test("hovering over a layer shows the card of the layer", { timeout }, async () => {
  await openNote(studyTable(["<strong>L4 Trans‸port</strong>", "NLB", "Balances connections."]));
  const card = await window.hover("Transport");
  assert.match(await card.innerText(), /TCP/);
});

test("a card tells of another note, and its link opens the line", { timeout }, async () => {
  const other = await vsCode.notes.add("# Balancers\n\n- **NLB (L4)** – spreads connections over targets\n");
  await openNote("Connections go through an N‸LB here.\n");
  // The other note was just written: VS Code tells the server of it in a moment.
  const card = await window.hover(`${path.basename(other)}, line 3`);
  assert.match(await card.innerText(), /L4 at .*spreads connections over targets/);
  await card.getByText(`${path.basename(other)}, line 3`).click();
  await window.page.locator(`.tab.active[data-resource-name="${path.basename(other)}"]`).waitFor();
  await window.page.locator(".statusbar-item", { hasText: "Ln 3," }).waitFor();
  await window.command("View: Revert and Close Editor");
});

test("the user's own terms have cards, and Go to Definition opens their entry", { timeout }, async () => {
  const settings = path.join(vsCode.notes.folder, ".stratus.json");
  await writeFile(
    settings,
    '{\n  "glossary": [\n    { "name": "Edge Hub", "layers": 3, "summary": "Joins our sites." }\n  ]\n}\n',
  );
  await openNote("All goes to the Edge H‸ub.\n");
  const card = await window.hover("Joins our sites.");
  assert.match(await card.innerText(), /L3 Network \(your glossary says\)/);
  await window.page.keyboard.press("Escape");
  await window.page.keyboard.press("F12");
  await window.page.locator('.tab.active[data-resource-name=".stratus.json"]').waitFor();
  await window.page.locator(".statusbar-item", { hasText: "Ln 3," }).waitFor();
  await window.command("View: Revert and Close Editor");
  await rm(settings);
});

test("a mistake in a settings file stands among the problems", { timeout }, async () => {
  const settings = path.join(vsCode.notes.folder, ".stratus.json");
  await openNote("Served by Cloud‸Front.\n");
  await writeFile(settings, '{ "rules": { "service-cassing": "off" } }\n');
  await window.showProblems();
  await window.problems.filter({ hasText: "Did you mean `service-casing`" }).first().waitFor({ timeout: 15_000 });
  await rm(settings);
  await window.problems.filter({ hasText: "service-cassing" }).first().waitFor({ state: "detached", timeout: 15_000 });
});

test("a service picked from the suggestions stands in the cell", { timeout }, async () => {
  await openNote(
    studyTable(["L7 Application", "CloudFront", "Caches."], ["", "‸", "Speaks GraphQL."], ["", "WAF", "Filters."]),
  );
  const rows = await window.suggestions();
  await window.page.keyboard.type("AppSy");
  // The list is asked for anew while one types: a click waits for a row that stays.
  await rows.filter({ hasText: "AppSync" }).first().click();
  await window.line("<td>AppSync</td>").or(window.line("<td>AWS AppSync</td>")).first().waitFor({ timeout: 5_000 });
});

test("a layer picked from the suggestions stands in the cell", { timeout }, async () => {
  await openNote(studyTable(["‸", "CloudFront", "Caches."], ["L4 Transport", "NLB", "Balances."]));
  const rows = await window.suggestions();
  await rows.filter({ hasText: "L7 Application" }).first().click();
  await window.line("<td>L7 Application</td>").waitFor({ timeout: 5_000 });
});

test("a service at two layers is underlined, and stands among the problems", { timeout }, async () => {
  await openNote(
    `${studyTable(["<strong>L4 Transport</strong>", "Transit Gate‸way", "A hub."])}
## The gateways

| AWS Gateway | OSI Layer |
| --- | --- |
| Transit Gateway (TGW) | L3 Network |
`,
  );
  await window.squiggles("warning").nth(1).waitFor({ timeout: 10_000 });
  await window.showProblems();
  await window.problems.filter({ hasText: "conflicting-layers" }).first().waitFor({ timeout: 10_000 });
  assert.equal(await window.problems.filter({ hasText: "conflicting-layers" }).count(), 2);
});

test("a retired service stands among the problems with what takes its place", { timeout }, async () => {
  await openNote(studyTable(["L7 Application", "App‸ Mesh", "Proxies beside every task."]));
  await window.squiggles("warning").first().waitFor({ timeout: 10_000 });
  await window.showProblems();
  const problem = window.problems.filter({ hasText: "retired-service" }).first();
  await problem.waitFor({ timeout: 10_000 });
  assert.match(await problem.innerText(), /VPC Lattice/);
});

test("a quick fix writes a name as AWS does", { timeout }, async () => {
  await openNote(studyTable(["L7 Application", "Cloud‸front", "Caches."]));
  await window.squiggles("info").first().waitFor({ timeout: 10_000 });
  await window.showProblems();
  await window.problems.filter({ hasText: "service-casing" }).first().waitFor({ timeout: 10_000 });
  await window.backToEditor();
  await window.applyQuickFix("CloudFront");
  await window.line("<td>CloudFront</td>").waitFor({ timeout: 5_000 });
  await window.squiggles("info").first().waitFor({ state: "detached", timeout: 10_000 });
});

test("a rule that the settings turn off reports nothing, and reports again when they do not", { timeout }, async () => {
  await openNote(studyTable(["L7 Application", "Cloud‸front", "Caches."]));
  await window.squiggles("info").first().waitFor();
  await window.changeSettings({ "stratus.rules": { "service-casing": "off" } });
  await window.squiggles("info").first().waitFor({ state: "detached" });
  await window.changeSettings({});
  await window.squiggles("info").first().waitFor();
});

test("the example note has its cards", { timeout }, async () => {
  const examples = await Window.open(vsCode.browser, vsCode.codeServer.address(inRoot("examples")), pictureSize);
  try {
    const example = inRoot("examples", "aws-network-by-layer.md");
    const { cursor } = note((await readFile(example, "utf8")).replace("<td>Security", "<td>Secur‸ity"));
    await examples.openFile(example);
    await examples.command("View: Toggle Primary Side Bar Visibility");
    await examples.moveTo(cursor);
    const card = await examples.hover("Security Group");
    assert.match(await card.innerText(), /L4/);
    const picture = process.env["STRATUS_PICTURE"];
    if (picture !== undefined) await examples.picture(picture);
  } finally {
    await examples.close();
  }
});

test("the server can be restarted", { timeout }, async () => {
  await openNote(studyTable(["L3 Network", "NAT Gate‸way", "Lends an address."]));
  await window.hover("NAT Gateway");
  await window.page.keyboard.press("Escape");
  await window.command("Stratus: Restart server");
  await window.hover("NAT Gateway");
});

test("a server path that leads nowhere is told, and one that leads to a server starts it", { timeout }, async () => {
  const nowhere = "/nowhere/stratus";
  await openNote(studyTable(["L3 Network", "NAT Gate‸way", "Lends an address."]));
  await window.changeSettings({ "stratus.server.path": nowhere });
  const toast = window.toasts.filter({ hasText: `\`stratus.server.path\` is \`${nowhere}\`` });
  await toast.waitFor({ timeout: 20_000 });
  assert.match(await toast.innerText(), /that file does not exist/);
  assert.deepEqual(await toast.locator(".monaco-button").allInnerTexts(), ["Open settings", "Show output"]);

  await window.changeSettings({ "stratus.server.path": serverFile });
  await window.hover("NAT Gateway");
});

test("a server that cannot run is told with its last words", { timeout }, async () => {
  const broken = path.join(vsCode.notes.folder, "broken-server");
  await writeFile(broken, "#!/bin/sh\necho 'libz.so.1 is missing' >&2\nexit 127\n", { mode: 0o755 });
  await openNote(studyTable(["L3 Network", "NAT Gate‸way", "Lends an address."]));
  await window.changeSettings({ "stratus.server.path": broken });
  const toast = window.toasts.filter({ hasText: "broken-server" });
  await toast.waitFor({ timeout: 20_000 });
  assert.match(await toast.innerText(), /ended with exit code 127: libz\.so\.1 is missing/);
});
