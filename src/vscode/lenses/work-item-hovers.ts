import * as vscode from 'vscode';
import { workItemTooltip } from '../../app/work-item-tooltip.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { documentSelector } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import { tooltipMarkdown } from '../views/tooltip-markdown.ts';
import { currentReport } from './current-report.ts';

/** Shows the five points with their evidence on hover over the title or the current status of a work item. */
export function explainOnHover(index: WorkspaceIndex): vscode.Disposable {
  return vscode.languages.registerHoverProvider(documentSelector, {
    async provideHover(document, position, token) {
      const report = await currentReport(index, document, token);
      if (!report?.workItem) return undefined;
      const { currentStatus, currentStatusRange } = report.points.status;
      const places = currentStatus === 'met' ? [report.titleRange, currentStatusRange] : [report.titleRange];
      const place = places.map(toRange).find((range) => range.contains(position));
      return place && new vscode.Hover(tooltipMarkdown(workItemTooltip(report)), place);
    },
  });
}
