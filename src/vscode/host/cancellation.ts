import type * as vscode from 'vscode';

/** Runs `task` with a signal that is aborted when VS Code no longer wants its answer. @returns undefined then. */
export async function cancellable<T>(
  token: vscode.CancellationToken,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const controller = new AbortController();
  const following = token.onCancellationRequested(() => controller.abort());
  try {
    return await task(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  } finally {
    following.dispose();
  }
}
