// What a user sees in a real Neovim that was set up as the README says.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { look, provideNeovim } from "./neovim.mjs";

const timeout = 60_000;

const table = `# By layer

| OSI Layer | AWS Service | What It Does |
|---|---|---|
| L4 Transport | Network Load Balancer | Spreads connections. |
| L3 Network | ‸ | |

Cloudfront caches at the edge.
`;

/** @type {readonly [number, number]} */
let version;

before(async () => {
  const neovim = await provideNeovim();
  assert.ok("version" in neovim, "obstacle" in neovim ? neovim.obstacle : "");
  version = neovim.version;
});

/** @param {string} where words of the table, in the middle of which the cursor goes */
function at(where) {
  const middle = Math.ceil(where.length / 2);
  return table.replace("‸", "").replace(where, `${where.slice(0, middle)}‸${where.slice(middle)}`);
}

test("hover opens a window with the card of a service", { timeout }, async () => {
  const { hover, float } = await look(version, at("Network Load Balancer"), { hover: true });
  assert.match(hover?.contents.value ?? "", /Network Load Balancer/);
  assert.ok(float, "there is a floating window");
  const lines = float.join("\n");
  assert.match(lines, /Network Load Balancer/);
  assert.match(lines, /L4/);
  assert.doesNotMatch(lines, /<[a-z]|&[a-z]+;|\\[^\s]/, "neither HTML nor escapes are seen");
  assert.ok(float.length <= 30, `${float.length} lines`);
});

test("hover over a layer shows its card, over plain words nothing", { timeout }, async () => {
  const layer = await look(version, at("L4 Transport"), { hover: true });
  assert.match((layer.float ?? []).join("\n"), /Transport/);
  const words = await look(version, at("connections"), { hover: true });
  assert.equal(words.hover ?? null, null);
});

test("an empty service cell offers the services of its row's layer first", { timeout }, async () => {
  const { completion } = await look(version, table, { completion: true });
  assert.ok(completion && completion.length > 10 && completion.length <= 100, `${completion?.length} items`);
  assert.ok(completion.slice(0, 10).some(({ label }) => label === "VPC" || label.includes("NAT Gateway")));
});

test("prose offers what its word begins", { timeout }, async () => {
  const { completion } = await look(version, "# AWS\n\nPut CloudFr‸ in front.\n", { completion: true });
  assert.match(completion?.[0]?.label ?? "", /^(Amazon )?CloudFront$/);
});

test("a comment offers what disables a rule", { timeout }, async () => {
  const { completion } = await look(version, "<!-- stratus-disable-next-line ‸\nCloudfront\n", { completion: true });
  assert.equal(completion?.[0]?.label, "service-casing");
});

test("findings stand where they belong", { timeout }, async () => {
  const { diagnostics } = await look(version, table, { diagnostics: 1 });
  const found = diagnostics?.find(({ line }) => line === 7);
  assert.ok(found, JSON.stringify(diagnostics));
  assert.deepEqual([found.column, found.ends, found.severity], [0, 10, 3]);
  assert.equal(found.message, "AWS writes CloudFront, not Cloudfront.");
});

test("a finding can be fixed and suppressed", { timeout }, async () => {
  const { actions } = await look(version, at("Cloudfront"), { actions: true });
  assert.equal(actions?.[0], "Change to ‘CloudFront’");
  assert.ok(actions.includes("Disable `service-casing` for this line"));
});

test("the outline has the headings", { timeout }, async () => {
  const { symbols } = await look(version, table, { symbols: true });
  assert.equal(symbols?.[0], "By layer");
});

test("the names of one thing are highlighted together", { timeout }, async () => {
  const { highlights } = await look(version, "# NLB‸\n\nAn NLB forwards.\n", { highlights: true });
  assert.deepEqual(highlights, [
    { line: 0, character: 2 },
    { line: 2, character: 3 },
  ]);
});
