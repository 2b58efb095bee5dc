import { commands, CompletionTriggerKind, Position, window, workspace, type Disposable } from "vscode";
import type { CompletionContext, TextDocument, TextDocumentChangeEvent } from "vscode";
import {
  CompletionRequest,
  CompletionTriggerKind as Trigger,
  type CompletionItem,
  type CompletionList,
  type CompletionMiddleware,
  type LanguageClient,
} from "vscode-languageclient/node";

/** A list that the server has given for a position in one version of a document. */
interface Answer {
  readonly document: TextDocument;
  readonly version: number;
  readonly position: Position;
  readonly list: CompletionItem[] | CompletionList;
}

/**
 * Opens the suggestions if the server has an answer to a letter that was typed.
 *
 * Letters are trigger characters of the server, but VS Code ignores trigger characters inside a word: it leaves words to
 * quick suggestions, which are off in Markdown, and which would offer words and snippets if they were on. So this class
 * asks the server as VS Code would, and opens the list only if there is an answer.
 */
export class AsYouType implements Disposable {
  private client: LanguageClient | null = null;
  private listening: Disposable | null = null;
  /** The answer that VS Code is about to ask for, because its list is being opened. */
  private answer: Answer | null = null;
  /** Start of the word that a list was opened for: a list that the user closes stays closed for that word. */
  private opened = "";
  /** The list that is open, or was last, has opened by itself. */
  private isUnasked = false;

  readonly middleware: CompletionMiddleware = {
    provideCompletionItem: (document, position, context, token, next) => {
      const answer = this.answer;
      this.answer = null;
      const isOpening = answer !== null && context.triggerKind === CompletionTriggerKind.Invoke;
      if (isOpening && this.client !== null && isAbout(answer, document, position)) {
        this.isUnasked = true;
        return this.client.protocol2CodeConverter.asCompletionResult(answer.list, undefined, token);
      }
      if (context.triggerKind !== CompletionTriggerKind.TriggerForIncompleteCompletions) {
        this.isUnasked = isOpening || context.triggerKind === CompletionTriggerKind.TriggerCharacter;
      }
      // A list that nobody asked for opens, and stays open, only where it would open by itself: more may have been typed by now.
      return next(document, position, this.isUnasked ? typedBefore(document, position) : context, token);
    },
  };

  listen(client: LanguageClient): void {
    this.client = client;
    this.listening = workspace.onDidChangeTextDocument((change) => {
      const typed = letterTyped(change);
      if (typed === null) this.opened = "";
      else if (this.shouldAsk(change.document, typed.after)) void this.ask(client, change.document, typed);
    });
  }

  dispose(): void {
    this.listening?.dispose();
    this.client = null;
  }

  private shouldAsk(document: TextDocument, position: Position): boolean {
    if (window.activeTextEditor?.document !== document || document.languageId !== "markdown") return false;
    const editor = workspace.getConfiguration("editor", document);
    const quick = editor.get<unknown>("quickSuggestions");
    const other: unknown = typeof quick === "object" && quick !== null && "other" in quick ? quick.other : quick;
    const isQuick = other === true || other === "on";
    // VS Code itself asks for every letter with quick suggestions, and for numbers.
    return !isQuick && editor.get<boolean>("suggestOnTriggerCharacters", true) && !isNumber(document, position);
  }

  private async ask(
    client: LanguageClient,
    document: TextDocument,
    typed: { letter: string; after: Position },
  ): Promise<void> {
    const { version } = document;
    const list = await client
      .sendRequest(CompletionRequest.type, {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        position: client.code2ProtocolConverter.asPosition(typed.after),
        context: { triggerKind: Trigger.TriggerCharacter, triggerCharacter: typed.letter },
      })
      .catch(() => null);
    const editor = window.activeTextEditor;
    const isStillThere =
      editor?.document === document && document.version === version && editor.selection.active.isEqual(typed.after);
    if (!isStillThere) return;
    const first = Array.isArray(list) ? list[0] : list?.items[0];
    const place = first === undefined ? "" : placeOf(document, first);
    const isOpened = place === this.opened;
    // Where there is nothing to offer, a name may be there in full; a longer one may open the list again.
    this.opened = place;
    if (list === null || place === "" || isOpened) return;
    const answer = { document, version, position: typed.after, list };
    this.answer = answer;
    await commands.executeCommand("editor.action.triggerSuggest", { auto: true });
    // VS Code asks while it opens the list, or not at all: what it asks for later is another list.
    if (this.answer === answer) this.answer = null;
  }
}

/** The letter or digit that is all of a change, and the position after it; null for other changes. */
function letterTyped({ contentChanges, reason }: TextDocumentChangeEvent): { letter: string; after: Position } | null {
  const [change, ...others] = contentChanges;
  return change !== undefined &&
    others.length === 0 &&
    reason === undefined &&
    change.rangeLength === 0 &&
    /^[A-Za-z0-9]$/.test(change.text)
    ? { letter: change.text, after: change.range.start.translate(0, 1) }
    : null;
}

function isAbout({ document, version, position }: Answer, asked: TextDocument, at: Position): boolean {
  return document === asked && version === asked.version && position.isEqual(at);
}

/** What VS Code says where a character opens a list. */
function typedBefore(document: TextDocument, position: Position): CompletionContext {
  const triggerCharacter = document.lineAt(position.line).text.slice(0, position.character).slice(-1);
  return { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter };
}

function isNumber(document: TextDocument, position: Position): boolean {
  const word = document.getWordRangeAtPosition(position);
  return word !== undefined && /^\d+$/.test(document.getText(word));
}

/** Where the text that an item completes begins. */
function placeOf(document: TextDocument, item: CompletionItem): string {
  const edit = item.textEdit;
  const start = edit === undefined ? undefined : "insert" in edit ? edit.insert.start : edit.range.start;
  return `${document.uri.toString()}#${String(start?.line)}:${String(start?.character)}`;
}
