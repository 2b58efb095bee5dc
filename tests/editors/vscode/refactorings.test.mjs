// Refactorings and the pages of rules in a real VS Code.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useVsCode, studyTable } from "../testbed/vscode.mjs";

// The first window of a new installation takes its time on a busy machine.
const timeout = 150_000;

const { window, openNote } = await useVsCode();

test("an HTML table becomes a pipe table", { timeout }, async () => {
  await openNote(studyTable(["<strong>L4 Transport</strong>", "NL‸B", "Balances <em>TCP</em> &amp; UDP."]));
  await window.hover("Network Load Balancer");
  await window.page.keyboard.press("Escape");
  await window.refactor("Convert to a pipe table");
  await window.line("| **L4 Transport** | NLB | Balances *TCP* &amp; UDP. |").waitFor({ timeout: 10_000 });
  assert.equal(await window.line("<td>").count(), 0);
});

test("the rows of a table are sorted by layer", { timeout }, async () => {
  await openNote(
    "| OSI Layer | AWS Service |\n| --- | --- |\n| L7 | W‸AF |\n| L3 | VPC |\n|  | NAT Gateway |\n| L4 | NLB |\n",
  );
  await window.hover("AWS WAF");
  await window.page.keyboard.press("Escape");
  await window.refactor("Sort rows by layer");
  await window.page.waitForFunction(
    (expected) =>
      [...document.querySelectorAll(".editor-group-container.active .monaco-editor .view-line")]
        .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .map((line) => line.textContent.replaceAll("\u00a0", " "))
        .join("\n")
        .startsWith(expected),
    "| OSI Layer | AWS Service |\n| --- | --- |\n| L7 | WAF |\n| L4 | NLB |\n| L3 | VPC |\n|  | NAT Gateway |\n",
    { timeout: 10_000 },
  );
});

test("a finding is explained by the page of its rule", { timeout }, async () => {
  await openNote("We put Cloud‸front in front.\n");
  await window.hover("CloudFront");
  await window.page.keyboard.press("Escape");
  await window.squiggles("info").first().waitFor({ timeout: 10_000 });
  await window.applyQuickFix("Explain `service-casing`");
  await window.page.locator(".tab.active", { hasText: "service-casing" }).waitFor({ timeout: 20_000 });
  await window.shownPage("service-casing").waitFor({ timeout: 20_000 });
  await window.command("View: Close Editor");
});
