// What a user sees in a real Emacs that was set up as the README says.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { look, provideEmacs } from "./emacs.mjs";

const timeout = 120_000;

const table = `# By layer

| OSI Layer | AWS Service | What It Does |
|---|---|---|
| L4 Transport | Network Load Balancer | Spreads connections. |
| L3 Network | ‸ | |

Cloudfront caches at the edge.
`;

before(async () => {
  const obstacle = await provideEmacs();
  assert.equal(obstacle, null, obstacle ?? "");
});

test("eldoc has the card of a service", { timeout }, async () => {
  const { card } = await look("# Balancing\n\nConnections meet a Network L‸oad Balancer.\n", "card");
  assert.match(card ?? "", /Network Load Balancer/);
  assert.match(card ?? "", /L4/);
});

test("an empty service cell offers the services of its row's layer first", { timeout }, async () => {
  const { completions } = await look(table, "completions");
  assert.ok(completions && completions.length > 10 && completions.length <= 100, `${completions?.length} items`);
  assert.ok(
    completions.slice(0, 10).some((name) => name === "VPC" || name.includes("NAT Gateway")),
    completions.join(),
  );
});

test("prose offers what its word begins", { timeout }, async () => {
  const { completions } = await look("# AWS\n\nPut CloudFr‸ in front.\n", "completions");
  assert.match(completions?.[0] ?? "", /^(Amazon )?CloudFront$/);
});

test("flymake marks a finding where it belongs", { timeout }, async () => {
  const { findings } = await look(table, "findings");
  const found = findings?.find(({ line }) => line === 8);
  assert.ok(found, JSON.stringify(findings));
  assert.equal(found.marked, "Cloudfront");
  assert.match(found.text, /AWS writes CloudFront, not Cloudfront\./);
});
