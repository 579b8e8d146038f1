import * as vscode from 'vscode';
import { gatherHistory } from '../../app/gather-history.ts';
import { gatherReadinessReport } from '../../app/readiness-report.ts';
import type { ReadinessHistory, ReadinessReport } from '../../core/readiness/readiness-report.ts';
import { reportHtml } from '../../core/readiness/report-html.ts';
import { reportMarkdown } from '../../core/readiness/report-markdown.ts';
import type { FromReportPage, ToReportPage } from '../../webview/messages.ts';
import { readinessReportPage } from '../../webview/readiness-report-page.ts';
import { withCancellableProgress } from '../host/progress.ts';
import { type OpenPage, openLivePanel } from './live-panel.ts';
import type { PanelPorts } from './open-panels.ts';

/** Opens the report on how ready the work is. The history is read when it is asked for. */
export function openReadinessReport(ports: PanelPorts, restored?: vscode.WebviewPanel): vscode.WebviewPanel {
  let history: ReadinessHistory | null = null;
  let reading: AbortController | null = null;

  async function read(months: number, { webview, closed, follow }: OpenPage): Promise<void> {
    reading?.abort();
    const controller = new AbortController();
    reading = controller;
    const signal = AbortSignal.any([controller.signal, closed]);
    const tell = (message: ToReportPage): Thenable<boolean> => webview.postMessage(message);
    const progress = (done: number, all: number): void => void tell({ type: 'reading', done, all });
    try {
      history = await readHistory(ports, months, progress, signal);
      follow();
      await tell({ type: 'at-rest', why: null });
    } catch (error) {
      if (signal.aborted) await tell({ type: 'at-rest', why: null });
      else await tell({ type: 'at-rest', why: error instanceof Error ? error.message : String(error) });
    } finally {
      if (reading === controller) reading = null;
    }
  }

  return openLivePanel<ToReportPage, FromReportPage>(ports, restored, {
    viewType: 'asyncReady.readinessReport',
    name: 'readiness-report',
    title: 'Readiness Report',
    body: readinessReportPage,
    async gather(signal) {
      const report = await gatherReport(ports, history, signal);
      const { index } = ports;
      return { type: 'report', html: reportHtml(report), complete: index.complete && index.waiting === 0 };
    },
    async receive(message, page) {
      if (message.type === 'read') await read(message.months, page);
      else if (message.type === 'cancel') reading?.abort();
      else await copy(await gatherReport(ports, history, page.closed));
    },
  });
}

/** Copies the report as markdown, with the history of the last months where the user wants it. */
export async function copyReadinessReport(ports: PanelPorts): Promise<void> {
  const ways = [
    { label: 'As It Is Now', months: 0 },
    { label: 'With the Last 6 Months', detail: 'Reads the documents of earlier commits with git', months: 6 },
    { label: 'With the Last 2 Years', detail: 'Month by month', months: 24 },
  ];
  const way = await vscode.window.showQuickPick(ways, { title: 'Copy Readiness Report as Markdown' });
  if (!way) return;
  await withCancellableProgress('Looking at how ready the work is', async (signal, progress) => {
    await ports.index.start();
    await ports.index.settled();
    const told = (done: number, all: number): void => progress.report({ message: `${done} of ${all} days` });
    const history = way.months === 0 ? null : await readHistory(ports, way.months, told, signal);
    await copy(await gatherReport(ports, history, signal));
  });
}

async function copy(report: ReadinessReport): Promise<void> {
  await vscode.env.clipboard.writeText(reportMarkdown(report));
  vscode.window.setStatusBarMessage('The readiness report is in the clipboard.', 5000);
}

function gatherReport(
  { files, index, graph, slices, clock, team }: PanelPorts,
  history: ReadinessHistory | null,
  signal: AbortSignal,
): Promise<ReadinessReport> {
  const reportPorts = { ...slices, graph, clock, team, folders: files.folders() };
  return gatherReadinessReport(reportPorts, index.documents.values(), history, signal);
}

function readHistory(
  { files, slices, git, clock, check, isCandidate }: PanelPorts,
  months: number,
  progress: (done: number, all: number) => void,
  signal: AbortSignal,
): Promise<ReadinessHistory> {
  return gatherHistory({ ...slices, git, clock, check, isCandidate }, files.folders(), { months }, progress, signal);
}
