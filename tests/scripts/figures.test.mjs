// What becomes of the tables of the bench: a part of a page, and a plot.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { costsIn, pageWith, plotOf } from "../../scripts/lib/figures.mjs";
import { inRoot } from "../../scripts/lib/paths.mjs";

const page = await readFile(inRoot("docs", "performance.md"), "utf8");
const row = (/** @type {number} */ size, /** @type {string} */ figures) =>
  `| note, ${size} KB, 15 ×, processor time, mean | ${figures} | 6.63 | **≤ 9.00** |\n`;
const tables = `### A\n\n| what | stratus |\n|---|---:|\n${row(4995, "1432 ms | 65.1 ms")}${row(7, "0.82 ms | 0.35 ms")}| one table, 779 KB, 15 ×, processor time, mean | 204 ms | 11.3 ms | 18.0 |  |\n`;

test("what a keystroke costs is read from the rows of the notes that differ in size alone", () => {
  assert.deepEqual(costsIn(tables), [
    { size: 7, stratus: 0.82, yardstick: 0.35 },
    { size: 4995, stratus: 1432, yardstick: 65.1 },
  ]);
  assert.throws(() => costsIn("| what | stratus |\n"), /two sizes/);
});

test("figures take the place of older ones, and nothing else of the page changes", () => {
  const changed = pageWith(page, "2027-01-02", tables);
  assert.match(changed, /## Figures of 2027-01-02\n/);
  assert.ok(changed.includes(tables.trim()));
  assert.equal((changed.match(/^## Figures of/gm) ?? []).length, 1);
  assert.ok(changed.startsWith(page.slice(0, page.indexOf("<!-- figures"))));
  assert.equal(pageWith(changed, "2027-01-02", tables), changed);
  assert.throws(() => pageWith("# A page\n", "2027-01-02", tables), /no lines/);
});

test("the plot has a point for each size and program, the dearer ones higher and the longer ones further right", () => {
  const circles = [...plotOf(costsIn(tables)).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)];
  const [yardstickSmall, yardstickLarge, small, large] = circles.map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  assert.ok(yardstickSmall && yardstickLarge && small && large && circles.length === 4);
  assert.ok(small.x === yardstickSmall.x && large.x === yardstickLarge.x && small.x < large.x);
  assert.ok(large.y < small.y && small.y < yardstickSmall.y && large.y < yardstickLarge.y);
});

test("the plot beside the page is that of its figures", async () => {
  assert.equal(await readFile(inRoot("docs", "performance.svg"), "utf8"), plotOf(costsIn(page)));
});
