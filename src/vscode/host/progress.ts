import * as vscode from 'vscode';

/**
 * Runs `task` with a notification that shows how far it is and can cancel it, by aborting the signal.
 * Rejects with a CancellationError as soon as the user cancels, whether the task has ended by then or not.
 */
export async function withCancellableProgress<T>(
  title: string,
  task: (signal: AbortSignal, progress: vscode.Progress<{ message?: string; increment?: number }>) => Promise<T>,
): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const controller = new AbortController();
    const cancelled = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(new vscode.CancellationError()), { once: true });
    });
    const following = token.onCancellationRequested(() => controller.abort());
    try {
      return await Promise.race([task(controller.signal, progress), cancelled]);
    } finally {
      following.dispose();
    }
  });
}
