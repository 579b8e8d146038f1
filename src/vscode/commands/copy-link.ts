import * as vscode from 'vscode';
import { nameOf } from '../../app/work-item-card.ts';
import { chosenWorkItems } from './chosen-work-items.ts';
import type { Command } from './command.ts';

/** Copies a markdown link to a work item, relative to the workspace folder; of several, one a line. */
export const copyLink: Command = {
  id: 'asyncReady.copyLink',
  async run({ index }, row, selected) {
    const links = (await chosenWorkItems(index, row, selected)).map(({ document, report }) => {
      const path = encodeURI(document.path)
        .replace(/[()#?]/g, encodeURIComponent)
        .replace(/[()]/g, '\\$&');
      return `[${nameOf(report).replace(/[[\]\\]/g, '\\$&')}](${path})`;
    });
    await vscode.env.clipboard.writeText(links.join('\n'));
  },
};
