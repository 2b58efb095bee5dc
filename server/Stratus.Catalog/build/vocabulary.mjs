// Compiles data/vocabulary/*.json. CatalogReader.Vocabulary.cs mirrors this file list by list: change both together, and the
// version with them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BinaryWriter } from './binary-writer.mjs';
import { DataError, Entry, readData } from './data-files.mjs';

const MAGIC = 'SVOC';
const VERSION = 1;

/** In the order of the binary. */
const LISTS = {
  'aws-names.json': ['sayAws', 'neverOpenSentences'],
  'column-headers.json': ['layer', 'service', 'part', 'name', 'description', 'protocol', 'example', 'aside', 'rank'],
  'hedges.json': ['hedges'],
  'joining-words.json': ['layers', 'rangeOfLayers', 'names'],
  'ordinary-cell-words.json': ['words', 'withinNames'],
  'ordinary-words-like-names.json': ['words'],
  'other-layer-models.json': ['speakOfOtherModel'],
  'other-numbers.json': ['before', 'after'],
  'other-vendors.json': ['clouds', 'vendors'],
  'past-phrases.json': ['phrases'],
  'unwritten-sections.json': ['phrases'],
};
const LAYER_WORDS = 'layer-words.json';
const LAYER_LISTS = ['beforeNumber', 'beforeNumberInColumns', 'afterNumber', 'afterName'];

/** The words of all languages, each once, and the longest first: whoever looks for them one by one finds the longest. */
const merge = words => [...new Set(words)].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));

/** "end-of-life" is written with spaces too. */
const spellings = phrase => {
  const [first, ...parts] = phrase.split('-');
  return parts.reduce((heads, part) => heads.flatMap(head => [`${head}-${part}`, `${head} ${part}`]), [first]);
};

export function compileVocabulary(folder) {
  const out = new BinaryWriter();
  out.bytes(Buffer.from(MAGIC, 'latin1'));
  out.byte(VERSION);
  for (const [name, ids] of Object.entries(LISTS)) {
    const file = readData(folder, join('vocabulary', name));
    const lists = new Entry(file.file, 'lists', file.json.lists);
    for (const id of Object.keys(lists.value)) if (!ids.includes(id)) lists.fail(id, 'is no list that anything reads');
    for (const id of ids) {
      const list = new Entry(file.file, `lists.${id}`, lists.value[id]);
      const byLanguage = new Entry(file.file, `lists.${id}.words`, list.value.words);
      const words = Object.keys(byLanguage.value).flatMap(language => byLanguage.texts(language, { required: true }));
      writeList(out, id === 'phrases' ? words.flatMap(spellings) : words, list.mark('exactCase'));
    }
  }
  writeLayerWords(out, readData(folder, join('vocabulary', LAYER_WORDS)));
  const known = [...Object.keys(LISTS), LAYER_WORDS];
  for (const name of readdirSync(join(folder, 'vocabulary'))) {
    if (!known.includes(name)) throw new DataError(join(folder, 'vocabulary', name), '', '', 'is no vocabulary that anything reads');
  }
  return out.toBuffer();
}

/** As one text, which is cut into words when they are first asked for. */
function writeList(out, words, exactCase) {
  out.byte(exactCase ? 1 : 0);
  out.text(merge(words).join('\n'));
}

function writeLayerWords(out, { file, json }) {
  const languages = Object.entries(new Entry(file, 'languages', json.languages).value)
    .map(([language, value]) => new Entry(file, `languages.${language}`, value));
  for (const field of LAYER_LISTS) writeList(out, languages.flatMap(language => language.texts(field)), false);
  for (const inProse of [true, false]) {
    const layers = new Map();
    for (const language of languages.filter(entry => entry.mark('namesInProse') === inProse)) {
      const names = new Entry(file, `${language.name}.names`, language.value.names);
      for (const number of [1, 2, 3, 4, 5, 6, 7]) {
        for (const name of names.texts(String(number))) {
          if ((layers.get(name) ?? number) !== number) {
            names.fail(String(number), `${JSON.stringify(name)} names layer ${layers.get(name)} already`);
          }
          layers.set(name, number);
        }
      }
    }
    out.list(merge(layers.keys()), name => {
      out.byte(layers.get(name));
      out.text(name);
    });
  }
}
