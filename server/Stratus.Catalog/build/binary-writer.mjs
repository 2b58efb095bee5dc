/** Writes what CatalogReader.cs reads: numbers of 7 bits a byte (low bits first), texts as UTF-8 behind their length in bytes. */
export class BinaryWriter {
  #parts = [];

  bytes(buffer) {
    this.#parts.push(buffer);
  }

  byte(value) {
    if (!Number.isInteger(value) || value < 0 || value > 255) throw new RangeError(`no byte: ${value}`);
    this.#parts.push(Buffer.of(value));
  }

  number(value) {
    if (!Number.isInteger(value) || value < 0 || value > 0x7fffffff) throw new RangeError(`no count or index: ${value}`);
    let rest = value;
    const bytes = [];
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    this.#parts.push(Buffer.from([...bytes, rest]));
  }

  text(value) {
    const utf8 = Buffer.from(value, 'utf8');
    this.number(utf8.length);
    this.bytes(utf8);
  }

  /** Null is length 0; every other length is one more than the bytes that follow. */
  optionalText(value) {
    if (value === null) return this.number(0);
    const utf8 = Buffer.from(value, 'utf8');
    this.number(utf8.length + 1);
    this.bytes(utf8);
  }

  /** Year 0 for null, and only then nothing else. */
  date(value) {
    this.number(value?.year ?? 0);
    if (value === null) return;
    this.byte(value.month);
    this.byte(value.day);
  }

  list(values, write) {
    this.number(values.length);
    values.forEach(write);
  }

  toBuffer() {
    return Buffer.concat(this.#parts);
  }
}
