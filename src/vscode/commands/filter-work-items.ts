import * as vscode from 'vscode';
import { groupingNames } from '../../app/groupings.ts';
import type { CountedFacet, Facet, Filter } from '../../app/work-item-filter.ts';
import type { Command } from './command.ts';

interface Choice extends vscode.QuickPickItem {
  /** Undefined for the words that are typed. */
  readonly facet?: Facet;
}

/** Narrows the tree to the words that are typed, while they are typed, or to work items of one owner, status, label or readiness. */
export const filterWorkItems: Command = {
  id: 'asyncReady.filterWorkItems',
  async run({ index, workItems, reader }) {
    const before = workItems.filter;
    const { sidebar } = await import('../../app/sidebar.ts');
    const facets = sidebar.facetsIn(index.documents.values(), reader.now());
    const pick = vscode.window.createQuickPick<Choice>();
    pick.title = 'Filter Work Items';
    pick.placeholder = 'Type words of a title, path or id, or choose an owner, status or label';
    pick.value = before.text;
    let settled: Filter = before;
    const follow = (text: string): void => {
      pick.items = choices(text, before, facets);
      workItems.show({ ...before, text });
    };
    follow(before.text);
    try {
      await new Promise<void>((resolve) => {
        pick.onDidChangeValue(follow);
        pick.onDidAccept(() => {
          const facet = pick.activeItems[0]?.facet;
          settled = facet ? { text: '', facets: toggled(before.facets, facet) } : { ...before, text: pick.value };
          resolve();
        });
        pick.onDidHide(() => resolve());
        pick.show();
      });
    } finally {
      pick.dispose();
      workItems.show(settled);
    }
  },
};

function choices(text: string, { facets: chosen }: Filter, facets: readonly CountedFacet[]): Choice[] {
  const words: Choice = {
    label: text.trim() === '' ? 'Any words' : `“${text.trim()}”`,
    description: 'in title, path, id, status, owner or labels',
    iconPath: new vscode.ThemeIcon('search'),
    alwaysShow: true,
  };
  return [
    words,
    ...facets.flatMap((facet, at): Choice[] => {
      const isFirst = facet.grouping !== facets[at - 1]?.grouping;
      const isChosen = chosen.some(({ key }) => key === facet.key);
      return [
        ...(isFirst ? [{ label: groupingNames[facet.grouping], kind: vscode.QuickPickItemKind.Separator }] : []),
        {
          label: facet.name,
          description: `${facet.count}${isChosen ? ' · chosen; choose again to take it away' : ''}`,
          ...(isChosen && { iconPath: new vscode.ThemeIcon('check') }),
          facet,
        },
      ];
    }),
  ];
}

function toggled(chosen: readonly Facet[], facet: Facet): readonly Facet[] {
  const others = chosen.filter(({ key }) => key !== facet.key);
  return others.length < chosen.length ? others : [...chosen, facet];
}
