import { vsixFile } from "../../../scripts/lib/paths.mjs";
import { startCodeServer } from "./codeServer.mjs";
import { provideTestBed } from "./install.mjs";
import { startBrowser, Window } from "./window.mjs";
import { note, noteFolder } from "./workspace.mjs";

/**
 * A real VS Code with the packaged extension, and one window on a folder of notes: opening a window takes seconds.
 */
export class VsCode {
  /**
   * @param {import("./codeServer.mjs").CodeServer} codeServer
   * @param {import("playwright-core").Browser} browser
   * @param {Awaited<ReturnType<typeof noteFolder>>} notes
   * @param {Window} window
   * @param {() => Promise<void>} stop removes whatever it kept on disk, too
   */
  constructor(codeServer, browser, notes, window, stop) {
    this.codeServer = codeServer;
    this.browser = browser;
    this.notes = notes;
    this.window = window;
    this.stop = stop;
  }

  static async start() {
    /** What is to be ended or removed, as far as the start got. @type {(() => Promise<void>)[]} */
    const tidyUp = [];
    const stop = async () => {
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
      return new VsCode(codeServer, browser, notes, window, stop);
    } catch (error) {
      await stop();
      throw error;
    }
  }

  /**
   * Opens a note, and puts the cursor at its mark.
   *
   * @param {string} marked
   */
  async openNote(marked) {
    const { text, cursor } = note(marked);
    await this.window.openFile(await this.notes.add(text));
    await this.window.moveTo(cursor);
  }
}
