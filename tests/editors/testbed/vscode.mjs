import { after, afterEach } from "node:test";
import { vsixFile } from "../../../scripts/lib/paths.mjs";
import { startCodeServer } from "./codeServer.mjs";
import { provideTestBed } from "./install.mjs";
import { startBrowser, Window } from "./window.mjs";
import { note, noteFolder } from "./workspace.mjs";

/**
 * A VS Code with the packaged extension, and one window of it on a folder for notes: opening a
 * window takes seconds, so that the tests of a file share it, each with a note of its own.
 *
 * @typedef {object} VsCode
 * @property {import("./codeServer.mjs").CodeServer} codeServer
 * @property {import("playwright-core").Browser} browser
 * @property {Awaited<ReturnType<typeof noteFolder>>} notes
 * @property {Window} window
 * @property {(marked: string) => Promise<void>} openNote opens a new note, and puts the cursor at its mark
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<VsCode>} */
async function openVsCode() {
  /** What is to be ended or removed, as far as the start got. @type {(() => Promise<void>)[]} */
  const tidyUp = [];
  const close = async () => {
    for (const tidy of tidyUp.reverse()) await tidy();
  };
  try {
    const { codeServer: entry, chromium } = await provideTestBed();
    const codeServer = await startCodeServer({ entry, extensions: [vsixFile] });
    tidyUp.push(() => codeServer.stop());
    const browser = await startBrowser(chromium);
    tidyUp.push(() => browser.close());
    const notes = await noteFolder();
    tidyUp.push(() => notes.remove());
    const window = await Window.open(browser, codeServer.address(notes.folder));
    /** @param {string} marked */
    const openNote = async (marked) => {
      const { text, cursor } = note(marked);
      await window.openFile(await notes.add(text));
      await window.moveTo(cursor);
    };
    return { codeServer, browser, notes, window, openNote, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A VS Code for the tests of a file: it is closed after the last one, and each leaves no note open.
 *
 * @returns {Promise<VsCode>}
 */
export async function useVsCode() {
  const vsCode = await openVsCode();
  after(() => vsCode.close());
  afterEach(() => vsCode.window.dropNote());
  return vsCode;
}

/** A study table in HTML: layer, service, words. @param {...readonly [string, string, string]} rows */
export const studyTable = (...rows) => `# By layer

<table class="study-table">
<thead>
<tr>
<th>OSI Layer</th>
<th>AWS Service</th>
<th>What It Does</th>
</tr>
</thead>
<tbody>
${rows.map((cells) => `<tr>\n${cells.map((cell) => `<td>${cell}</td>`).join("\n")}\n</tr>`).join("\n")}
</tbody>
</table>
`;
