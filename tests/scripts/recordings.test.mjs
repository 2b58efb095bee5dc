// What the record of outputs sees, and that it keeps nothing of what a note says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { comparisonOf, differencesOf, recordOf } from "../../scripts/lib/recordings.mjs";

const model = ['text {"kind":"prose"}', 'mentions {"terms":["nlb"]}', 'mentions {"terms":["alb"]}'];
const finding = '{"code":"service-casing","message":"AWS writes CloudFront, not Cloudfront."}';

/** @param {Partial<import("../../scripts/lib/recordings.mjs").Output>} [other] */
const outputs = (other = {}) => new Map([["a/note.md", { note: "0123", findings: [finding], model, ...other }]]);

test("the same outputs are the same record", () => {
  assert.deepEqual(differencesOf(recordOf(outputs()), recordOf(outputs())), []);
  assert.deepEqual(comparisonOf(outputs(), outputs()), []);
});

test("a record has numbers and digests, and no words", () => {
  const [, row = ""] = recordOf(outputs()).split("\n");
  assert.match(row, /^0123\t1\t[\da-f]{16}\t2\t0\t[\da-f]{16}\ta\/note\.md$/);
});

test("a finding that says something else is a difference", () => {
  const other = outputs({ findings: [finding.replace("writes", "prefers")] });
  assert.deepEqual(differencesOf(recordOf(outputs()), recordOf(other)), ["a/note.md: check"]);
  assert.deepEqual(comparisonOf(outputs(), other), [
    "a/note.md",
    `  - ${finding}`,
    `  + ${finding.replace("writes", "prefers")}`,
  ]);
});

test("numbers are told when they change", () => {
  const other = outputs({ findings: [], model: model.slice(0, 2) });
  assert.deepEqual(differencesOf(recordOf(outputs()), recordOf(other)), [
    "a/note.md: findings 1 → 0, check, mentions 2 → 1, inspect",
  ]);
});

test("another order is another output", () => {
  const other = outputs({ model: model.toReversed() });
  assert.deepEqual(differencesOf(recordOf(outputs()), recordOf(other)), ["a/note.md: inspect"]);
  assert.deepEqual(comparisonOf(outputs(), other), ["a/note.md", "  the same lines in another order"]);
});

test("notes that come and go are differences", () => {
  const none = recordOf(new Map());
  assert.deepEqual(differencesOf(none, recordOf(outputs())), ["a/note.md: not recorded"]);
  assert.deepEqual(differencesOf(recordOf(outputs()), none), ["a/note.md: recorded, and there no more"]);
});

test("a finding that is said twice instead of once is a difference", () => {
  assert.deepEqual(comparisonOf(outputs(), outputs({ findings: [finding, finding] })), ["a/note.md", `  + ${finding}`]);
});
