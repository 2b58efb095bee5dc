// Compiles data/**/*.json into the two binary files that are embedded in the assembly, so that no JSON is parsed at start.
// usage: node compile-catalog.mjs DATA_FOLDER CATALOG_FILE VOCABULARY_FILE
// CatalogReader.cs mirrors this file field by field: change both together, and FORMAT_VERSION with them.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BinaryWriter } from './binary-writer.mjs';
import { DataError, Entry, readData } from './data-files.mjs';
import { compileVocabulary } from './vocabulary.mjs';

const MAGIC = 'SCAT';
const FORMAT_VERSION = 1;

// The order of these lists is the order of the enums in C#.
const PREFIXES = [null, 'AWS', 'Amazon'];
const KINDS = ['service', 'feature', 'resource', 'tool', 'programme', 'pricing', 'infrastructure', 'concept', 'hardware', 'umbrella', 'models', 'tier'];
const BASES = ['aws', 'protocol', 'convention'];
const STATUSES = ['active', 'renamed', 'closed-to-new', 'closing', 'ended', 'superseded', 'previous-generation', 'discouraged', 'maintenance', 'unknown'];
const SCOPES = ['service', 'feature', 'formerNames'];
const VERIFICATIONS = [false, 'partial', true];
const FORMS = ['canonical', 'alias', 'abbreviation', 'former', 'spacing', 'casing', 'misspelling'];

/** The data folder as lists of entries. */
function load(folder) {
  const read = path => readData(folder, path);
  const list = (path, field, nameOf) => {
    const { file, json } = read(path);
    if (!Array.isArray(json[field])) throw new DataError(file, '', field, 'a list is expected');
    return json[field].map((value, index) => new Entry(file, `${field}[${index}] ${nameOf(value ?? {})}`, value));
  };
  const root = read('catalog.json');
  const byId = value => JSON.stringify(value.id);
  return {
    root: new Entry(root.file, '', root.json),
    services: readdirSync(join(folder, 'services')).filter(name => name.endsWith('.json')).sort().flatMap(name => {
      const { file, json } = read(join('services', name));
      const category = new Entry(file, '', json).text('category');
      if (name !== `${category}.json`) throw new DataError(file, '', 'category', `${category} belongs in services/${category}.json`);
      return list(join('services', name), 'services', byId).map(entry => ({ entry, category }));
    }),
    serviceLayers: list('service-layers.json', 'entries', byId),
    lifecycle: list('lifecycle.json', 'entries', byId),
    osiLayers: list('osi-layers.json', 'layers', value => `L${value.number}`),
    confusions: list('confusions.json', 'confusions', value => JSON.stringify(value.title)),
    writtenForms: list('written-forms.json', 'forms', value => JSON.stringify(value.text)),
    wrongForms: list('wrong-forms.json', 'names', value => JSON.stringify(value.wrong)),
    falseFriends: list('wrong-forms.json', 'falseFriends', value => JSON.stringify(value.word)),
  };
}

const displayName = service => [service.prefix, service.name].filter(Boolean).join(' ');
const hasPrefix = text => /^(AWS|Amazon) /.test(text);

/** The name to write today, as Catalog.PresentName has it. */
function presentName(service, withPrefix) {
  const rename = service.lifecycle.find(entry => entry.value.status === 'renamed' && !entry.value.hintOnly && entry.value.verified !== false);
  if (rename === undefined) return withPrefix ? displayName(service) : service.name;
  const current = rename.text('currentName');
  return withPrefix ? current : current.replace(/^(AWS|Amazon) /, '');
}

function collectServices(data) {
  const services = new Map();
  for (const { entry, category } of data.services) {
    const id = entry.text('id');
    if (services.has(id)) entry.fail('id', 'is taken by another service');
    services.set(id, {
      entry, id, category, index: services.size, name: entry.text('name'), prefix: PREFIXES[entry.oneOf('prefix', PREFIXES, entry.value.prefix ?? null)],
      layers: null, lifecycle: [], abbreviation: null,
    });
  }
  const find = (entry, field, id) => services.get(id) ?? entry.fail(field, `no service has the id ${JSON.stringify(id)}`);
  for (const entry of data.serviceLayers) {
    const service = find(entry, 'id', entry.text('id'));
    if (service.layers !== null) entry.fail('id', 'has layers already');
    service.layers = entry;
  }
  for (const entry of data.lifecycle) find(entry, 'id', entry.text('id')).lifecycle.push(entry);
  return { services, find };
}

/** All written forms, right and wrong, with what follows from the data for each. */
function collectForms(data, find) {
  const forms = [];
  const byText = new Map();
  for (const entry of data.writtenForms) {
    const text = entry.text('text');
    const named = entry.texts('ids', { required: true }).map(id => find(entry, 'ids', id));
    if (named.length === 0) entry.fail('ids', 'names nothing');
    const [abbreviation, misspaced, former] = ['abbreviation', 'misspaced', 'former'].map(mark => entry.mark(mark));
    const isName = named.some(service => [service.name, displayName(service), service.entry.value.fullName].includes(text));
    if (entry.mark('usual')) {
      const [service] = named;
      if (!abbreviation || entry.mark('ambiguous') || service.abbreviation !== null) entry.fail('usual', 'belongs on one unambiguous abbreviation of a service');
      service.abbreviation = text;
    }
    const form = {
      text, named, ambiguous: entry.mark('ambiguous'), generic: entry.mark('generic'), coined: entry.mark('coined'),
      form: misspaced ? 'spacing' : former ? 'former' : isName ? 'canonical' : abbreviation ? 'abbreviation' : 'alias',
      caseSensitive: abbreviation || entry.mark('caseSensitive'), serviceCellOnly: entry.mark('serviceCell'), diagnosed: misspaced,
      correction: misspaced ? presentName(named[0], hasPrefix(text)) : null,
    };
    if (byText.has(text)) entry.fail('text', 'is listed twice');
    byText.set(text, form);
    forms.push(form);
  }
  const squash = text => text.toLowerCase().replace(/[ -]/g, '');
  const inAnyCase = new Map(forms.map(form => [form.text.toLowerCase(), form]));
  for (const entry of data.wrongForms) {
    const [text, correction] = [entry.text('wrong'), entry.text('right')];
    const right = byText.get(correction) ?? entry.fail('right', `${JSON.stringify(correction)} is no written form`);
    const sameCase = text.replace(/[ -]/g, '') === correction.replace(/[ -]/g, '');
    // `athena` is as much an ordinary word as `Athena` is; `Lamdba` is none, whatever `Lambda` may be.
    const same = inAnyCase.get(text.toLowerCase());
    forms.push({
      text, named: right.named, ambiguous: same?.ambiguous ?? false, generic: same?.generic ?? false, coined: false,
      form: squash(text) !== squash(correction) ? 'misspelling' : sameCase ? 'spacing' : 'casing',
      caseSensitive: true, serviceCellOnly: entry.mark('serviceCell'), diagnosed: !entry.mark('off'), correction,
    });
  }
  return forms;
}

export function compile(folder) {
  const data = load(folder);
  const { services, find } = collectServices(data);
  const forms = collectForms(data, find);
  const categories = [...new Set([...services.values()].map(service => service.category))];

  const out = new BinaryWriter();
  out.bytes(Buffer.from(MAGIC, 'latin1'));
  out.byte(FORMAT_VERSION);
  const asOf = data.root.date('asOf');
  if (!asOf?.day) data.root.fail('asOf', 'a full date is expected');
  out.date(asOf);
  out.list(categories, category => out.text(category));
  out.list([...services.values()], service => out.text(service.id));
  for (const service of services.values()) writeService(out, service, categories, find);
  out.list(data.osiLayers.toSorted((a, b) => a.layer('number') - b.layer('number')), layer => writeOsiLayer(out, layer, find));
  out.list(data.confusions, confusion => {
    for (const field of ['a', 'b']) out.number(find(confusion, field, confusion.text(field)).index);
    out.text(confusion.text('difference'));
    out.text(confusion.text('reference'));
  });
  out.list(forms, form => writeForm(out, form));
  out.list(data.falseFriends, friend => out.text(friend.text('word')));
  return out.toBuffer();
}

function writeService(out, service, categories, find) {
  const { entry } = service;
  out.text(service.name);
  out.byte(PREFIXES.indexOf(service.prefix));
  out.optionalText(entry.optionalText('fullName'));
  out.optionalText(service.abbreviation);
  out.byte(entry.oneOf('kind', KINDS));
  out.byte(categories.indexOf(service.category));
  const parent = entry.optionalText('parent');
  out.number(parent === null ? 0 : find(entry, 'parent', parent).index + 1);
  out.text(entry.text('summary'));
  out.optionalText(entry.optionalText('docs'));
  out.byte(service.layers === null ? 0 : 1);
  if (service.layers !== null) writeServiceLayers(out, service.layers);
  out.list(service.lifecycle, item => writeLifecycle(out, item));
}

function writeServiceLayers(out, entry) {
  const layers = entry.value.layers;
  if (!Array.isArray(layers) || layers.length === 0 || layers.some(layer => !Number.isInteger(layer) || layer < 1 || layer > 7)) {
    entry.fail('layers', 'a list of layers from 1 to 7 is expected');
  }
  out.byte(entry.layer('primary'));
  out.byte(layers.reduce((bits, layer) => bits | 1 << layer, 0));
  out.byte(entry.oneOf('basis', BASES));
  out.text(entry.text('reason'));
  out.optionalText(entry.optionalText('remark'));
  out.byte(entry.value.layerShown === false ? 0 : 1);
  out.text(new Entry(entry.file, entry.name, entry.value.citation).text('url'));
}

function writeLifecycle(out, entry) {
  const unverified = entry.texts('unverifiedFields');
  out.byte(entry.oneOf('status', STATUSES));
  out.byte(entry.oneOf('appliesTo', SCOPES));
  out.byte(entry.oneOf('verified', VERIFICATIONS));
  for (const field of ['closedToNewCustomers', 'endOfSupport', 'effective']) out.date(unverified.includes(field) ? null : entry.date(field));
  for (const field of ['successors', 'formerNames']) out.list(entry.texts(field), text => out.text(text));
  out.optionalText(entry.optionalText('currentName'));
  out.byte(entry.mark('hintOnly') ? 1 : 0);
  out.optionalText(entry.optionalText('remark'));
}

function writeOsiLayer(out, entry, find) {
  out.byte(entry.layer('number'));
  for (const field of ['name', 'pdu', 'function']) out.text(entry.text(field));
  for (const field of ['protocols', 'devices']) out.list(entry.texts(field), text => out.text(text));
  out.text(entry.text('tcpip'));
  out.list(entry.texts('awsExamples'), id => out.number(find(entry, 'awsExamples', id).index));
  out.optionalText(entry.optionalText('remark'));
}

function writeForm(out, form) {
  out.text(form.text);
  out.list(form.named, service => out.number(service.index));
  out.byte(FORMS.indexOf(form.form));
  out.byte([form.caseSensitive, form.ambiguous, form.generic, form.coined, form.serviceCellOnly, form.diagnosed].reduce((bits, on, bit) => bits | Number(on) << bit, 0));
  out.optionalText(form.correction);
}

/** Whole or not at all: builds may run at the same time. */
function writeWhole(file, bytes) {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  try {
    writeFileSync(partial, bytes);
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, catalogFile, vocabularyFile] = process.argv.slice(2);
  if (vocabularyFile === undefined) {
    console.error('usage: node compile-catalog.mjs DATA_FOLDER CATALOG_FILE VOCABULARY_FILE');
    process.exit(2);
  }
  try {
    writeWhole(catalogFile, compile(folder));
    writeWhole(vocabularyFile, compileVocabulary(folder));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
