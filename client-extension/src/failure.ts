import { commands, window, type OutputChannel } from "vscode";

/** Tells the user why there is no server, and what to do. Does not wait for the answer. */
export function reportFailure(problem: string, output: OutputChannel): void {
  const message = `Stratus cannot start: ${problem}`;
  output.appendLine(message);
  const openSettings = "Open settings";
  const showOutput = "Show output";
  void window.showErrorMessage(message, openSettings, showOutput).then((answer) => {
    if (answer === openSettings) void commands.executeCommand("workbench.action.openSettings", "stratus.server.path");
    if (answer === showOutput) output.show();
  });
}
