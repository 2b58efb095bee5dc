import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { attempt } from "./run.mjs";
import { Obstacle } from "./say.mjs";

/**
 * What the program says of one note: its findings, of all severities and of the rules of the profile `strict`, and the model
 * that it makes of the note. Both as lines, each with one finding or one element of the model, so that any two of them
 * can be compared.
 *
 * @typedef {object} Output
 * @property {string} note the digest of the note itself
 * @property {readonly string[]} findings
 * @property {readonly string[]} model
 */

/** What is said of services that end depends on the day. */
const day = "2026-11-28";

const quantities = /** @type {const} */ (["mentions", "placements"]);
const columns = ["note", "findings", "check", ...quantities, "inspect", "path"];

/**
 * The outputs for all notes of a folder and of those within, by their paths in it.
 *
 * @param {string} program
 * @param {string} folder
 * @param {{ fixesDay?: boolean }} [options] fixesDay: false checks for today, as any program can
 * @returns {Promise<Map<string, Output>>} in the order of the paths
 */
export async function outputsOf(program, folder, { fixesDay = true } = {}) {
  const notes = await notesIn(folder);
  const today = fixesDay ? ["--today", day] : [];
  const check = ["check", "--format", "json", "--profile", "strict", ...today, "--", ...notes];
  // Findings are no failure (1), an argument or a note that cannot be read is one (2).
  const findings = findingsByNote(await outputOf(program, check, folder, [0, 1]));
  const models = (await outputOf(program, ["inspect", "--format", "json", "--", ...notes], folder, [0]))
    .trimEnd()
    .split("\n");
  if (models.length !== notes.length)
    throw new Obstacle(`${program} inspect gave ${models.length} models of ${notes.length} notes`);
  /** @type {Map<string, Output>} */
  const outputs = new Map();
  for (const [index, note] of notes.entries()) {
    const bytes = await readFile(path.join(folder, note));
    outputs.set(note, {
      note: digest(bytes),
      findings: findings.get(note) ?? [],
      model: modelLines(models[index] ?? ""),
    });
    findings.delete(note);
  }
  // Findings of settings files, which are no notes.
  for (const [file, lines] of findings) outputs.set(file, { note: "-", findings: lines, model: [] });
  return outputs;
}

/** @param {string} folder @returns {Promise<string[]>} with slashes, in an order that no locale changes */
async function notesIn(folder) {
  const files = await readdir(folder, { recursive: true });
  return files
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => /\.(md|markdown)$/i.test(file))
    .sort((one, other) => (one < other ? -1 : 1));
}

/** @param {string} program @param {readonly string[]} args @param {string} cwd @param {readonly number[]} codes that are no failure */
async function outputOf(program, args, cwd, codes) {
  const { code, output, stdout } = await attempt(program, args, { cwd });
  if (code === null || !codes.includes(code))
    throw new Obstacle(`${program} ${args[0]} ended with ${code}:\n${output.slice(0, 2000)}`);
  return stdout;
}

/** @param {string} json @returns {Map<string, string[]>} */
function findingsByNote(json) {
  /** @type {unknown} */
  const report = JSON.parse(json);
  /** @type {Map<string, string[]>} */
  const byNote = new Map();
  for (const { path: note, ...finding } of /** @type {{ findings: { path: string }[] }} */ (report).findings) {
    byNote.set(note, [...(byNote.get(note) ?? []), JSON.stringify(finding)]);
  }
  return byNote;
}

/** @param {string} json */
function modelLines(json) {
  /** @type {unknown} */
  const model = JSON.parse(json);
  return Object.entries(/** @type {Record<string, unknown>} */ (model)).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${name} ${JSON.stringify(one)}`),
  );
}

/** The first 16 digits: enough to tell outputs apart, few enough to read. @param {string | Uint8Array} content */
const digest = (content) => createHash("sha256").update(content).digest("hex").slice(0, 16);

/** @param {readonly string[]} lines */
const whole = (lines) => lines.map((line) => `${line}\n`).join("");

/**
 * A record of outputs: a line for each note, with numbers and digests and none of its text.
 *
 * @param {Map<string, Output>} outputs
 */
export function recordOf(outputs) {
  const lines = [...outputs].map(([file, { note, findings, model }]) =>
    [
      note,
      findings.length,
      digest(whole(findings)),
      ...quantities.map((name) => model.filter((line) => line.startsWith(`${name} `)).length),
      digest(whole(model)),
      file,
    ].join("\t"),
  );
  return whole([columns.join("\t"), ...lines]);
}

/**
 * How a record differs from an earlier one: a line for each note that differs.
 *
 * @param {string} before
 * @param {string} after
 */
export function differencesOf(before, after) {
  const [old, fresh] = [rowsOf(before), rowsOf(after)];
  const differences = [];
  for (const file of [...new Set([...old.keys(), ...fresh.keys()])].sort()) {
    const [was, is] = [old.get(file), fresh.get(file)];
    if (was === undefined) differences.push(`${file}: not recorded`);
    else if (is === undefined) differences.push(`${file}: recorded, and there no more`);
    else {
      const changed = columns
        .slice(0, -1)
        .flatMap((name, at) =>
          was[at] === is[at] ? [] : [/^\d{1,9}$/.test(`${is[at]}`) ? `${name} ${was[at]} → ${is[at]}` : name],
        );
      if (changed.length > 0) differences.push(`${file}: ${changed.join(", ")}`);
    }
  }
  return differences;
}

/** @param {string} record @returns {Map<string, string[]>} */
function rowsOf(record) {
  const rows = record.trimEnd().split("\n").slice(1);
  return new Map(rows.map((row) => row.split("\t")).map((cells) => [cells.at(-1) ?? "", cells]));
}

/**
 * Leaves the outputs in a folder, two files for each note.
 *
 * @param {Map<string, Output>} outputs
 * @param {string} folder
 */
export async function keep(outputs, folder) {
  for (const [file, { findings, model }] of outputs) {
    const place = path.join(folder, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(`${place}.check`, whole(findings));
    await writeFile(`${place}.inspect`, whole(model));
  }
}

/**
 * How the outputs of two programs differ: the lines that only one of them has, under the note's path.
 *
 * @param {Map<string, Output>} theirs
 * @param {Map<string, Output>} ours
 */
export function comparisonOf(theirs, ours) {
  const differences = [];
  const none = { findings: [], model: [] };
  for (const file of new Set([...theirs.keys(), ...ours.keys()])) {
    const [was, is] = [theirs.get(file) ?? none, ours.get(file) ?? none];
    const lines = [...only(was.findings, is.findings), ...only(was.model, is.model)];
    if (lines.length > 0) differences.push(file, ...lines);
  }
  return differences;
}

/** @param {readonly string[]} before @param {readonly string[]} after */
function only(before, after) {
  const [gone, come] = [without(before, after), without(after, before)];
  // The same lines in another order are another output.
  const moved = gone.length + come.length === 0 && before.join("\n") !== after.join("\n");
  return moved
    ? ["  the same lines in another order"]
    : [...gone.map((line) => `  - ${line}`), ...come.map((line) => `  + ${line}`)];
}

/** The lines that are left when each of the others has taken one like it away. @param {readonly string[]} lines @param {readonly string[]} others */
function without(lines, others) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}
