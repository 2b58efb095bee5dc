import { commands, Uri, window, workspace, type Disposable, type TextDocumentContentProvider } from "vscode";
import type { ClientCapabilities, StaticFeature } from "vscode-languageclient/node";

const command = "stratus.explainRule";
const scheme = "stratus-rule";

/** Shows the pages of rules, which come from the server, as read-only documents. */
export class RulePages implements TextDocumentContentProvider {
  /** @param ask gives the page of a rule; null for an unknown rule, or without a server */
  constructor(private readonly ask: (code: string) => Promise<string | null>) {}

  register(): Disposable[] {
    return [
      workspace.registerTextDocumentContentProvider(scheme, this),
      commands.registerCommand(command, (code: unknown) => this.show(String(code))),
    ];
  }

  async provideTextDocumentContent({ path }: Uri): Promise<string> {
    return (await this.ask(path.slice(1, -".md".length))) ?? "";
  }

  private async show(code: string): Promise<void> {
    if ((await this.ask(code)) === null) {
      void window.showWarningMessage(`Stratus has no page for the rule \`${code}\`. Is the server running?`);
      return;
    }
    await commands.executeCommand("markdown.showPreview", Uri.from({ scheme, path: `/${code}.md` }));
  }
}

/** Tells the server that the command exists: it offers *Explain* only to clients that can show a page. */
export const explainsRules: StaticFeature = {
  fillClientCapabilities: (capabilities: ClientCapabilities) => {
    const experimental: unknown = capabilities.experimental;
    capabilities.experimental = { ...Object(experimental), commands: { commands: [command] } } as object;
  },
  initialize: () => undefined,
  getState: () => ({ kind: "static" }),
  clear: () => undefined,
};
