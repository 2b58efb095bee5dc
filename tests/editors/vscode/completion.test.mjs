// What a person sees in a real VS Code who types, and who asks for suggestions.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inRoot } from "../../../scripts/lib/paths.mjs";
import { useVsCode } from "../testbed/vscode.mjs";

/** The page alone is three thousand keys, on a machine that may be busy. */
const timeout = 600_000;
/** A quick typist; every key is answered before the next one comes. */
const delay = 25;

const vsCode = await useVsCode();
const { window } = vsCode;

/** Opens a note and waits until the server answers. @param {string} marked */
async function openNote(marked) {
  await vsCode.openNote(marked);
  await window.page.keyboard.type("CloudFront");
  await window.suggestions();
  await window.page.keyboard.press("Escape");
  await window.page.keyboard.press("Control+Backspace");
}

/** @param {string} text */
const type = (text) => window.page.keyboard.type(text, { delay });

test("a page of ordinary English, typed key by key, pops up nothing", { timeout }, async () => {
  const page = await readFile(inRoot("tests", "typing", "english.md"), "utf8");
  await openNote("‸\n");
  const popUps = await window.popUpsDuring(() => type(page));
  console.log(`${String(page.length)} keys, ${String(popUps.length)} lists of suggestions`);
  assert.deepEqual(popUps, []);
});

test("a name that is surely meant pops up in prose, and Tab takes it", { timeout }, async () => {
  await openNote("Notes on AWS.\n\n‸\n");
  await type("Everything is served by CloudF");
  await window.suggestWidget.waitFor();
  assert.equal((await window.suggestedNames())[0], "CloudFront");
  await window.page.keyboard.press("Tab");
  await window.line("Everything is served by CloudFront").waitFor();
});

/** What is typed before Enter: a layer or a name in full, of which some begin a longer name. */
const whole = [
  "It works at L3",
  "at layer 3",
  "on EC2",
  "on AWS Config",
  "behind the nlb",
  "served by CloudFront",
  "served by cloudfront",
];

test("where a name or a layer is written in full, Enter breaks the line", { timeout }, async () => {
  await openNote("Notes on AWS.\n\n‸\n");
  for (const words of whole) {
    await type(`${words}\nnext\n`);
    await window.line(words).waitFor();
  }
  assert.equal(await window.page.locator(".view-line", { hasText: /^next$/ }).count(), whole.length);
});

test("after AWS the list by hand is the list that opens by itself", { timeout }, async () => {
  await openNote("Notes.\n\n‸\n");
  await type("the AWS ");
  await window.suggestWidget.waitFor();
  const own = await window.suggestedNames();
  await window.page.keyboard.press("Escape");
  await window.suggestions();
  assert.deepEqual(await window.suggestedNames(), own);
  await window.page.keyboard.press("Escape");
});

test("a list that was closed stays closed for its word", { timeout }, async () => {
  await openNote("Notes on AWS.\n\n‸\n");
  await type("served by CloudF");
  await window.suggestWidget.waitFor();
  await window.page.keyboard.press("Escape");
  const popUps = await window.popUpsDuring(() => type("ron"));
  assert.deepEqual(popUps, []);
});

test("behind AWS the list opens at once, with no names but those that AWS precedes", { timeout }, async () => {
  await openNote("Notes.\n\n‸\n");
  await type("the AWS ");
  await window.suggestWidget.waitFor();
  for (const name of await window.suggestedNames()) assert.match(name, /^AWS /);
  await type("Transit");
  await window.suggestWidget.locator(".monaco-list-row", { hasText: "AWS Transit Gateway" }).first().waitFor();
});

test("in a service cell the list pops up by itself, the layer of the row first", { timeout }, async () => {
  await openNote(
    "‸\n\n| OSI Layer | AWS Service |\n| --- | --- |\n| L7 Application | CloudFront |\n| L4 Transport | |\n",
  );
  await window.moveTo({ line: 6, column: 18 });
  await type(" ");
  await window.suggestWidget.waitFor();
  await type("n");
  // The whole list of the empty cell is there before the one of the letter.
  await window.suggestWidget
    .locator('.monaco-list-row[data-index="0"]', { hasText: "Network Load Balancer" })
    .waitFor();
});

test("a letter in an empty HTML cell is enough", { timeout }, async () => {
  await openNote(
    "‸\n\n<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L7</td><td></td></tr>\n</table>\n",
  );
  await window.moveTo({ line: 5, column: 20 });
  await type("R");
  await window.suggestWidget.waitFor();
  assert.equal((await window.suggestedNames())[0], "Route 53");
});

test("a row is filled in below a table", { timeout }, async () => {
  await openNote("‸\n\n| AWS Service | OSI Layer |\n| --- | --- |\n| Global Accelerator | L4 |\n\n");
  await window.moveTo({ line: 6, column: 1 });
  const rows = await window.suggestions();
  await rows.filter({ hasText: "New row" }).first().waitFor();
  assert.equal((await window.suggestedNames())[0], "New row");
  await rows.filter({ hasText: "Network Load Balancer" }).first().click();
  await window.line("| Network Load Balancer | L4 |").waitFor();
});

test("with the setting off nothing pops up, and Ctrl+Space works", { timeout }, async () => {
  await openNote("Notes on AWS.\n\n‸\n");
  await window.changeSettings({ "stratus.completion.asYouType": false });
  const popUps = await window.popUpsDuring(() => type("the AWS CloudF"));
  assert.deepEqual(popUps, []);
  await window.suggestions();
  assert.equal((await window.suggestedNames())[0], "AWS CloudFormation");
  await window.page.keyboard.press("Escape");
  await window.changeSettings({});
});

/** What is typed, and what VS Code must show first, whatever its own scores say. */
const first = {
  "transit gat": "Transit Gateway",
  "direct c": "Direct Connect",
  "network l": "Network Load Balancer",
  "load bal": /Load Balanc/,
  nlb: "Network Load Balancer (NLB)",
  cloudf: "CloudFront",
  front: "CloudFront",
  rou: "Route 53",
  vpc: "VPC",
  peering: "VPC Peering",
  nat: "NAT Gateway",
  igw: "Internet Gateway (IGW)",
  tgw: "Transit Gateway (TGW)",
  "security g": "Security Group",
  waf: "WAF",
  lam: "Lambda",
  "kinesis fire": "Data Firehose",
  sso: "IAM Identity Center",
  glacc: "Global Accelerator",
  cldfrnt: "CloudFront",
  ntwlb: "Network Load Balancer",
  r53res: "Route 53 Resolver",
  apigw: "API Gateway",
  "private l": "PrivateLink",
  "AWS transit": "AWS Transit Gateway",
};

test("VS Code shows first what is meant", { timeout }, async () => {
  await openNote("Notes on AWS.\n\n‸\n");
  const wrong = [];
  for (const [typed, expected] of Object.entries(first)) {
    await type(`via ${typed}`);
    await window.page.keyboard.press("Escape");
    await window.suggestions();
    const [shown = ""] = await window.suggestedNames();
    if (typeof expected === "string" ? shown !== expected : !expected.test(shown)) wrong.push(`${typed}: ${shown}`);
    await window.page.keyboard.press("Escape");
    await window.page.keyboard.press("Control+Shift+K");
    await window.page.keyboard.press("Control+Enter");
  }
  assert.deepEqual(wrong, []);
});
