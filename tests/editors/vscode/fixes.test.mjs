// What a person gets in a real VS Code who takes the fix of a finding, and saves.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { useVsCode } from "../testbed/vscode.mjs";
import { note } from "../testbed/workspace.mjs";

const timeout = 120_000;
const rows = "| OSI Layer | AWS Service |\n|---|---|\n";

const vsCode = await useVsCode();
const { window } = vsCode;

/** Opens a note, and puts the cursor at its mark. @param {string} marked @returns its file */
async function open(marked) {
  const { text, cursor } = note(marked);
  const file = await vsCode.notes.add(text);
  await window.openFile(file);
  await window.moveTo(cursor);
  return file;
}

/** Saves the note. @param {string} file @returns its text */
async function save(file) {
  await window.page.locator(".tab.active.dirty").waitFor();
  await window.page.keyboard.press("Control+S");
  await window.page.locator(".tab.active.dirty").waitFor({ state: "detached" });
  return readFile(file, "utf8");
}

/** A fix of each rule that has one: its rule, the note, what the menu says, the note afterwards. */
const fixes = /** @type {const} */ ([
  [
    "conflicting-layers",
    `${rows}| L4 | Transit Gate‸way |\n| L4 | NLB |\n\n${rows}| L3 Network | Transit Gateway |\n`,
    "Set this row to L3 Network",
    `${rows}| L3 | Transit Gateway |\n| L4 | NLB |\n\n${rows}| L3 Network | Transit Gateway |\n`,
  ],
  [
    "duplicate-row",
    `${rows}| L4 | NLB |\n| L7 | ALB |\n| L4 | N‸LB |\n`,
    "Remove this row",
    `${rows}| L4 | NLB |\n| L7 | ALB |\n`,
  ],
  [
    "empty-cell",
    "| AWS Service | What It Does |\n|---|---|\n| ALB | Balances HTTP |\n| NLB | ‸ |\n",
    "Fill in what the catalog says",
    "| AWS Service | What It Does |\n|---|---|\n| ALB | Balances HTTP |\n| NLB | Load balancer for TCP, UDP, TLS and QUIC connections with very high throughput and static addresses. |\n",
  ],
  [
    "invalid-layer",
    `${rows}| L8‸ Application | CloudFront |\n| L3 Network | VPC |\n`,
    "Change the number to 7",
    `${rows}| L7 Application | CloudFront |\n| L3 Network | VPC |\n`,
  ],
  [
    "layer-disagreement",
    `${rows}| **L4 Transport** | NLB |\n| | A‸LB |\n`,
    "Set this row to L7 Application",
    `${rows}| **L4 Transport** | NLB |\n| **L7 Application** | ALB |\n`,
  ],
  [
    "layer-name-mismatch",
    `${rows}| L5 – trans‸port | NLB |\n| L3 – Network | VPC |\n`,
    "Change the number to 4",
    `${rows}| L4 – transport | NLB |\n| L3 – Network | VPC |\n`,
  ],
  [
    "misspelled-service",
    "Traffic enters by **Cloud‸Fornt**, in AWS's edge.\n",
    "Change to ‘CloudFront’",
    "Traffic enters by **CloudFront**, in AWS's edge.\n",
  ],
  [
    "renamed-service",
    "Logs go to Amazon Kinesis Data Fire‸hose first.\n",
    "Change to ‘Amazon Data Firehose’",
    "Logs go to Amazon Data Firehose first.\n",
  ],
  ["service-casing", "Names live in Rou‸te53, on AWS.\n", "Change to ‘Route 53’", "Names live in Route 53, on AWS.\n"],
  [
    "untagged-diagram",
    "``‸`\n@startuml\nA -> B\n@enduml\n```\n",
    "Add `plantuml`",
    "```plantuml\n@startuml\nA -> B\n@enduml\n```\n",
  ],
  [
    "unused-suppression",
    "<!-- stratus-disable-next‸-line service-casing -->\nCloudFront.\n",
    "Remove the comment",
    "CloudFront.\n",
  ],
  [
    "service-casing, suppressed",
    "Names live in Rou‸te53, on AWS.\n",
    "Disable `service-casing` for this line",
    "<!-- stratus-disable-next-line service-casing -->\nNames live in Route53, on AWS.\n",
  ],
]);

for (const [rule, before, title, afterwards] of fixes) {
  test(`${rule}: ${title}`, { timeout }, async () => {
    const file = await open(before);
    await window.applyQuickFix(title);
    assert.equal(await save(file), afterwards);
  });
}

test("service-prefix, in the profile strict: Change to ‘AWS Lambda’", { timeout }, async () => {
  await window.changeSettings({ "stratus.profile": "strict" });
  const file = await open("Code runs in Amazon Lam‸bda here.\n");
  await window.applyQuickFix("Change to ‘AWS Lambda’");
  assert.equal(await save(file), "Code runs in AWS Lambda here.\n");
});

test("on saving, everything is fixed that can be", { timeout }, async () => {
  await window.changeSettings({
    "[markdown]": { "editor.codeActionsOnSave": { "source.fixAll.stratus": "explicit" } },
  });
  const file = await open("By Cloudfront, named by Route53, on AWS.\n\nMore‸\n");
  await window.page.keyboard.type("!");
  assert.equal(await save(file), "By CloudFront, named by Route 53, on AWS.\n\nMore!\n");
  await window.changeSettings({});
});
