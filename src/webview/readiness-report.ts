import './panel.css';
import './readiness-report.css';
import type { ReportHtml } from '../core/readiness/report-html.ts';
import { byId } from './elements.ts';
import { connect } from './host.ts';
import type { FromReportPage, ToReportPage } from './messages.ts';

interface State {
  readonly months: string;
}

const parts = ['points', 'history', 'folders', 'owners'] as const;
const summary = byId('summary', HTMLElement);
const months = byId('months', HTMLSelectElement);
const ask = byId('ask', HTMLElement);
const reading = byId('reading', HTMLElement);
const progress = byId('progress', HTMLProgressElement);
const howFar = byId('how-far', HTMLElement);
const why = byId('why', HTMLElement);
const [read, cancel] = [byId('read', HTMLButtonElement), byId('cancel', HTMLButtonElement)];
/** What stands in each part: an opened table is to stay open where nothing has changed. */
const shown = new Map<string, string>();

const host = connect<ToReportPage, FromReportPage, State>(receive);
if (host.state) months.value = host.state.months;
months.addEventListener('change', () => host.keep({ months: months.value }));
read.addEventListener('click', () => host.send({ type: 'read', months: Number(months.value) }));
cancel.addEventListener('click', () => host.send({ type: 'cancel' }));
byId('copy', HTMLButtonElement).addEventListener('click', () => host.send({ type: 'copy' }));
host.send({ type: 'ready' });

function receive(message: ToReportPage): void {
  if (message.type === 'report') show(message.html, message.complete);
  else if (message.type === 'reading') showProgress(message.done, message.all);
  else {
    const hadFocus = reading.contains(document.activeElement);
    [reading.hidden, ask.hidden] = [true, false];
    if (hadFocus) read.focus();
    why.textContent = message.why;
  }
}

function show(html: ReportHtml, complete: boolean): void {
  const said = complete ? html.summary : `${html.summary} The workspace is still being read.`;
  if (summary.innerHTML !== said) summary.innerHTML = said;
  for (const part of parts) {
    if (shown.get(part) === html[part]) continue;
    shown.set(part, html[part]);
    const place = byId(part, HTMLElement);
    const wasOpen = place.querySelector('details')?.open ?? false;
    place.innerHTML = html[part];
    const details = place.querySelector('details');
    if (details) details.open = wasOpen;
  }
}

function showProgress(done: number, all: number): void {
  const hadFocus = document.activeElement === read;
  [reading.hidden, ask.hidden] = [false, true];
  if (hadFocus) cancel.focus();
  why.textContent = '';
  progress.value = all === 0 ? 0 : done / all;
  howFar.textContent = `${done} of ${all} days`;
}
