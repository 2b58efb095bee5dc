const encode = text => /^[\0-\xff]*$/.test(text) ? [0, Buffer.from(text, 'latin1')] : [1, Buffer.from(text, 'utf8')];

/** Writes what CatalogReader.cs reads: numbers of 7 bits a byte (low bits first), texts behind their length in bytes. */
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

  /** Nearly all texts are Latin-1, which is read with a plain copy; the lowest bit says which are not. */
  text(value) {
    const [utf8, bytes] = encode(value);
    this.number(bytes.length * 2 + utf8);
    this.bytes(bytes);
  }

  /** Null is 0; every other text is written as above, its first number one higher. */
  optionalText(value) {
    if (value === null) return this.number(0);
    const [utf8, bytes] = encode(value);
    this.number(bytes.length * 2 + utf8 + 1);
    this.bytes(bytes);
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
