import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  PublishDiagnosticsNotification,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node.js";
import { Obstacle, say, yellow } from "./say.mjs";

/**
 * @typedef {import("vscode-languageserver-protocol").Diagnostic} Diagnostic
 * @typedef {import("vscode-languageserver-protocol").Position} Position
 */

const patienceMs = 10_000;

/** A small language client: one server, one open note. */
export class LspClient {
  /** @type {import("vscode-languageserver-protocol").ServerCapabilities} */
  #offers = {};
  /** @type {Map<string, Diagnostic[]>} */
  #pushed = new Map();
  /** @type {(() => void) | null} */
  #pushArrived = null;

  /** @param {string} serverFile */
  constructor(serverFile) {
    this.server = spawn(serverFile, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
    this.ended = once(this.server, "exit").then(([code, signal]) => `ended with ${signal ?? `exit code ${code}`}`);
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.server.stdout),
      new StreamMessageWriter(this.server.stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.#pushed.set(uri, diagnostics);
      this.#pushArrived?.();
    });
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      say(yellow(`The server says: ${message}`));
    });
    this.connection.listen();
  }

  /** @param {string} folder that the server is to take for the workspace */
  async initialize(folder) {
    const uri = pathToFileURL(folder).href;
    /** @type {Promise<import("vscode-languageserver-protocol").InitializeResult>} */
    const initialized = this.connection.sendRequest("initialize", {
      processId: process.pid,
      workspaceFolders: [{ uri, name: folder }],
      capabilities: {
        textDocument: {
          hover: { contentFormat: ["markdown", "plaintext"] },
          completion: { completionItem: { labelDetailsSupport: true } },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
          publishDiagnostics: { relatedInformation: true },
          diagnostic: { relatedDocumentSupport: false },
        },
      },
    });
    this.#offers = (await this.#within(initialized)).capabilities;
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** @param {string} uri @param {string} text */
  async open(uri, text) {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "markdown", version: 1, text },
    });
  }

  /**
   * Pulled where the server offers that, else as it pushes them.
   *
   * @param {string} uri
   * @returns {Promise<Diagnostic[]>}
   */
  async diagnostics(uri) {
    if (this.#offers.diagnosticProvider !== undefined) {
      const report = await this.#within(
        this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }),
      );
      return report.kind === "full" ? report.items : [];
    }
    const arrived = new Promise((resolve) => {
      const look = () => {
        if (this.#pushed.has(uri)) resolve(undefined);
      };
      this.#pushArrived = look;
      look();
    });
    await this.#within(arrived);
    return this.#pushed.get(uri) ?? [];
  }

  /** @param {string} uri @param {Position} position */
  hover(uri, position) {
    return this.#within(this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }));
  }

  /** @param {string} uri @param {Position} position */
  async completion(uri, position) {
    const answer = await this.#within(
      this.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position }),
    );
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  /**
   * @param {string} uri
   * @param {Diagnostic} diagnostic
   * @returns {Promise<string[]>} what the quick fixes for it are called
   */
  async fixTitles(uri, diagnostic) {
    if (!this.#offers.codeActionProvider) return [];
    const actions = await this.#within(
      this.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], only: ["quickfix"] },
      }),
    );
    return (actions ?? []).map(({ title }) => title);
  }

  async stop() {
    await this.#within(this.connection.sendRequest(ShutdownRequest.type));
    await this.connection.sendNotification(ExitNotification.type);
    await this.#within(once(this.server.stdout, "close"));
  }

  /** Ends the server whatever its state. */
  kill() {
    this.connection.dispose();
    this.server.kill("SIGKILL");
  }

  /**
   * An answer, unless the server dies or keeps silent instead.
   *
   * @template T
   * @param {Promise<T>} answer
   * @returns {Promise<T>}
   */
  async #within(answer) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const silence = new Promise((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    }).then(() => `did not answer within ${patienceMs / 1000} s`);
    /** @type {{ value: T } | string} */
    const outcome = await Promise.race([
      answer.then(
        (value) => ({ value }),
        (/** @type {unknown} */ error) => `refuses: ${error instanceof Error ? error.message : String(error)}`,
      ),
      this.ended,
      silence,
    ]);
    clearTimeout(timer);
    if (typeof outcome === "string") throw new Obstacle(`The server ${outcome}.`);
    return outcome.value;
  }
}
