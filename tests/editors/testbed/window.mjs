import path from "node:path";
import { chromium } from "playwright-core";

/**
 * @param {string} executablePath
 * @returns {Promise<import("playwright-core").Browser>} one that talks to this machine only
 */
export const startBrowser = (executablePath) =>
  chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ],
  });

/**
 * A window of VS Code, and what a person does and sees in it. Lines and columns count from 1.
 */
export class Window {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    this.editor = page.locator(".editor-group-container.active .monaco-editor").first();
    /** Information, warnings and errors are underlined in this way. */
    this.squiggles = (/** @type {"info" | "warning" | "error"} */ severity) =>
      this.editor.locator(`.squiggly-${severity}`);
    this.toasts = page.locator(".notifications-toasts .notification-toast");
    this.problems = page.locator(".markers-panel .monaco-list-row");
  }

  /**
   * @param {import("playwright-core").Browser} browser
   * @param {string} address
   * @param {{ width: number, height: number, scale?: number }} [size]
   */
  static async open(browser, address, { width, height, scale = 1 } = { width: 1280, height: 800 }) {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(address);
    await page.locator(".explorer-folders-view .monaco-list").waitFor({ timeout: 60_000 });
    return new Window(page);
  }

  close() {
    return this.page.context().close();
  }

  /** Runs a command of the palette by its full name. @param {string} name */
  async command(name) {
    await this.page.keyboard.press("F1");
    await this.#pick(`>${name}`, name);
  }

  /** @param {string} file its absolute path: a search by name may not know a new file yet */
  async openFile(file) {
    await this.page.keyboard.press("Control+P");
    await this.#pick(file, path.basename(file));
    await this.#showsFile(path.basename(file));
  }

  /** Replaces the settings of the folder, as in an editor of the file. @param {Record<string, unknown>} settings */
  async changeSettings(settings) {
    await this.command("Preferences: Open Workspace Settings (JSON)");
    await this.#showsFile("settings.json");
    await this.page.keyboard.press("Control+A");
    // Pasted, since the editor adds brackets to what is typed.
    const text = JSON.stringify(settings);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press("Control+V");
    // What is pasted comes a moment later, and must be there before it is saved.
    await this.page.waitForFunction(
      (pasted) =>
        [...document.querySelectorAll(".editor-group-container.active .monaco-editor .view-line")]
          .map((line) => line.textContent.replaceAll("\u00a0", " "))
          .join("") === pasted,
      text,
      { timeout: 10_000 },
    );
    await this.page.keyboard.press("Control+S");
    await this.page.locator(".tab.active.dirty").waitFor({ state: "detached" });
    await this.command("View: Close Editor");
  }

  /** @param {{ line: number, column: number }} place */
  async moveTo({ line, column }) {
    await this.page.keyboard.press("Control+G");
    const input = this.page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Closes the active note with whatever was changed in it, and what was opened over it. */
  async dropNote() {
    for (let layer = 0; layer < 3; layer++) await this.page.keyboard.press("Escape");
    await this.command("View: Revert and Close Editor");
    await this.page.locator(".editor-group-container .tab").waitFor({ state: "detached" });
  }

  /**
   * The hover card of the name that the cursor stands in. Asks again for a while, as a person
   * does while the server is still starting.
   *
   * @param {string} text that it must contain
   */
  async hover(text) {
    const card = this.page.locator(".monaco-hover:visible", { hasText: text }).first();
    const until = Date.now() + 10_000;
    for (;;) {
      await this.command("Show or Focus Hover");
      const shown = await card.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      );
      if (shown) return card;
      if (Date.now() > until) throw new Error(`no hover card with "${text}"`);
      await this.page.keyboard.press("Escape");
    }
  }

  /** @param {string} file where to write a picture of the editor, as PNG */
  async picture(file) {
    await this.page.locator(".part.editor").screenshot({ path: file });
  }

  /** The list of suggestions, while there is one. */
  get suggestWidget() {
    return this.page.locator(".suggest-widget.visible");
  }

  /** The names of what is suggested, as far as they are in sight, from the top. */
  async suggestedNames() {
    const rows = await this.suggestWidget.locator(".monaco-list-row").evaluateAll((all) =>
      all.map((row) => ({
        index: Number(row.getAttribute("data-index")),
        name: row.querySelector(".label-name")?.textContent ?? "",
      })),
    );
    return rows.sort((left, right) => left.index - right.index).map((row) => row.name);
  }

  /**
   * Counts how often a list of suggestions opens while something is done.
   *
   * @param {() => Promise<void>} action
   * @returns {Promise<string[]>} the first name of each
   */
  async popUpsDuring(action) {
    await this.page.evaluate(() => {
      const popUps = /** @type {string[]} */ ([]);
      let open = false;
      const watch = new MutationObserver(() => {
        const now = document.querySelector(".suggest-widget.visible .monaco-list-row") !== null;
        if (now && !open) popUps.push(document.querySelector(".suggest-widget .label-name")?.textContent ?? "?");
        open = now;
      });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
      Object.assign(globalThis, { stratusPopUps: popUps, stratusWatch: watch });
    });
    await action();
    return this.page.evaluate(() => {
      const { stratusPopUps, stratusWatch } =
        /** @type {{ stratusPopUps: string[], stratusWatch: MutationObserver }} */ (
          /** @type {unknown} */ (globalThis)
        );
      stratusWatch.disconnect();
      return stratusPopUps;
    });
  }

  /** What is suggested at the cursor, asked for with Ctrl+Space. */
  async suggestions() {
    await this.page.keyboard.press("Control+Space");
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    await rows.first().waitFor({ timeout: 10_000 });
    return rows;
  }

  /** Picks an entry of the menu of quick fixes at the cursor. @param {string} title what it contains */
  async applyQuickFix(title) {
    const menu = this.page.locator(".action-widget");
    const entry = menu.locator(".monaco-list-row.action", { hasText: title }).first();
    const until = Date.now() + 15_000;
    // The finding may come a moment after the text.
    for (;;) {
      await this.page.keyboard.press("Control+.");
      const shown = await entry.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      );
      if (shown) break;
      if (Date.now() > until) throw new Error(`no quick fix "${title}"`);
      await this.page.keyboard.press("Escape");
    }
    const focused = menu.locator(".monaco-list-row.action.focused", { hasText: title });
    for (let row = 0; row < 20 && !(await focused.isVisible()); row++) await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
  }

  /** Picks an entry of the menu of refactorings at the cursor. @param {string} title what it contains */
  async refactor(title) {
    await this.page.keyboard.press("Control+Shift+R");
    const menu = this.page.locator(".action-widget");
    await menu.locator(".monaco-list-row.action", { hasText: title }).first().waitFor({ timeout: 10_000 });
    const focused = menu.locator(".monaco-list-row.action.focused", { hasText: title });
    for (let row = 0; row < 20 && !(await focused.isVisible()); row++) await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
  }

  /** The heading of a Markdown page that is shown, drawn and not as text. @param {string} title */
  shownPage(title) {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("iframe").getByRole("heading", { name: title });
  }

  /** From a panel to the text, where the cursor still stands. */
  async backToEditor() {
    await this.page.keyboard.press("Control+1");
  }

  /** Opens the Problems panel, unless it is open. */
  async showProblems() {
    if (!(await this.page.locator(".markers-panel").isVisible())) await this.page.keyboard.press("Control+Shift+M");
    await this.page.locator(".markers-panel").waitFor();
  }

  /** The entries of the outline, all of them open. */
  async outline() {
    await this.command("Explorer: Focus on Outline View");
    const tree = this.page.locator(".outline-tree");
    await tree.locator(".monaco-list-row").first().waitFor();
    return tree.locator(".monaco-list-row");
  }

  /** Folds what begins in the cursor's line. @param {string} staying what that line shows @param {string} hidden what is to vanish */
  async fold(staying, hidden) {
    const until = Date.now() + 20_000;
    // What can be folded is asked for a moment after the text is there.
    for (;;) {
      await this.page.keyboard.press("Control+Shift+BracketLeft");
      const folded = await this.line(hidden)
        .waitFor({ state: "detached", timeout: 1_500 })
        .then(
          () => true,
          () => false,
        );
      if (folded) break;
      if (Date.now() > until) throw new Error(`"${hidden}" was not folded away`);
      await this.command("Unfold All");
    }
    await this.line(staying).waitFor();
  }

  /**
   * How a word is drawn that has a style of its own.
   *
   * @param {string} word the words of one piece of the text
   * @param {{ not?: string }} [colours] a colour that it must not have, waited for
   */
  async style(word, { not = "" } = {}) {
    const handle = await this.page.waitForFunction(
      ({ wanted, unwanted }) => {
        const pieces = document.querySelectorAll(".editor-group-container.active .monaco-editor .view-line span span");
        for (const piece of pieces) {
          const text = piece.textContent.replaceAll("\u00a0", " ").trim();
          const { color, fontStyle, fontWeight, textDecoration } = getComputedStyle(piece);
          const isIt = unwanted === "" ? text.startsWith(wanted) : text === wanted;
          if (isIt && color !== unwanted) return { color, fontStyle, fontWeight, textDecoration };
        }
        return null;
      },
      { wanted: word, unwanted: not },
      { timeout: 20_000 },
    );
    const style = await handle.jsonValue();
    if (style === null) throw new Error(`"${word}" is not shown`);
    return style;
  }

  /** The line of the editor that shows a text. @param {string} text */
  line(text) {
    return this.editor.locator(".view-line", { hasText: text }).first();
  }

  /** @param {string} name */
  async #showsFile(name) {
    await this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.locator(".view-line").first().waitFor();
  }

  /** @param {string} typed @param {string} entry */
  async #pick(typed, entry) {
    const input = this.page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    await input.fill(typed);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: entry }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }
}
