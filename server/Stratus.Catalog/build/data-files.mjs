import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What is wrong, said once per place: file, entry, field. */
export class DataError extends Error {
  constructor(file, entry, field, what) {
    super(`${file} : error STRATUS1001: ${[entry, field && `field "${field}"`, what].filter(Boolean).join(': ')}`);
  }
}

/** One entry of a data file; every field is read through it, so that a mistake names its place. */
export class Entry {
  constructor(file, name, value) {
    this.file = file;
    this.name = name;
    this.value = value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new DataError(file, name, '', 'an object is expected');
  }

  fail(field, what) {
    throw new DataError(this.file, this.name, field, what);
  }

  optionalText(field) {
    const value = this.value[field];
    if (value === undefined) return null;
    if (typeof value !== 'string' || value.trim() === '' || value !== value.trim()) this.fail(field, 'a text without stray spaces is expected');
    return value;
  }

  text(field) {
    return this.optionalText(field) ?? this.fail(field, 'is missing');
  }

  texts(field, { required = false } = {}) {
    const value = this.value[field] ?? (required ? this.fail(field, 'is missing') : []);
    if (!Array.isArray(value) || value.some(text => typeof text !== 'string' || text === '')) this.fail(field, 'a list of texts is expected');
    return value;
  }

  mark(field) {
    const value = this.value[field];
    if (value !== undefined && value !== true) this.fail(field, 'is true or absent');
    return value === true;
  }

  layer(field) {
    const value = this.value[field];
    if (!Number.isInteger(value) || value < 1 || value > 7) this.fail(field, 'a layer from 1 to 7 is expected');
    return value;
  }

  oneOf(field, values, value = this.value[field]) {
    const index = values.indexOf(value);
    if (index < 0) this.fail(field, `${JSON.stringify(value)} is none of ${values.map(v => JSON.stringify(v)).join(', ')}`);
    return index;
  }

  date(field) {
    const value = this.optionalText(field);
    if (value === null) return null;
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
    const [year, month, day] = match ? match.slice(1).map(part => Number(part ?? 0)) : [0, 0, 0];
    const exists = match && (day === 0 ? month <= 12 : new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(value));
    if (!exists) this.fail(field, `${JSON.stringify(value)} is no date (YYYY, YYYY-MM or YYYY-MM-DD)`);
    return { year, month, day };
  }
}

/** The file with line and column, as builds print them, where the parser told how far it came. */
function placeOf(file, text, message) {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return file;
  const lines = text.slice(0, Number(position)).split('\n');
  return `${file}(${lines.length},${lines.at(-1).length + 1})`;
}

/** A file of the data folder, with the name that a message calls it by. */
export function readData(folder, path) {
  const file = relative(process.cwd(), join(folder, path));
  const text = readFileSync(join(folder, path), 'utf8');
  try {
    return { file, json: JSON.parse(text) };
  } catch (error) {
    throw new DataError(placeOf(file, text, error.message), '', '', error.message);
  }
}
