import { commands, window, workspace, type ExtensionContext } from "vscode";
import { RulePages } from "./rulePages";
import { Session } from "./session";

let session: Session | undefined;

export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel("Stratus");
  const opened = new Session(context.extensionPath, output);
  session = opened;
  context.subscriptions.push(
    output,
    commands.registerCommand("stratus.restartServer", () => opened.restart()),
    commands.registerCommand("stratus.showOutput", () => {
      output.show();
    }),
    ...new RulePages((code) => opened.pageOf(code)).register(),
    workspace.onDidChangeConfiguration((change) => {
      // The server asks for all other settings itself.
      if (change.affectsConfiguration("stratus.server.path")) void opened.restart();
    }),
  );
  // Not awaited: the window continues to open while the server starts.
  void opened.start();
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
