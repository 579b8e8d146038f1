import * as vscode from 'vscode';
import type { PositionRange } from '../../core/text.ts';

/** The core counts lines and characters as VS Code does. */
export function toRange({ start, end }: PositionRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
