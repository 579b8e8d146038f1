import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Linked {
  readonly title: string;
  readonly status: string;
  readonly owner?: string;
  readonly waitsOn?: readonly string[];
  /** Whether all five points are met; otherwise the definition of done is missing. */
  readonly ready?: boolean;
}

/** Work items that wait on one another: one chain that forks and joins, a circle, one that is finished and one that is deferred. */
const linked: Readonly<Record<string, Linked>> = {
  'PAY-1': { title: 'Choose the payment provider', status: 'Done', owner: 'Mara', ready: true },
  'PAY-2': {
    title: 'Open an account at the provider',
    status: 'In Progress',
    owner: 'Mara',
    waitsOn: ['PAY-1'],
    ready: true,
  },
  'PAY-3': { title: 'Charge cards through the new provider', status: 'To Do', owner: 'Kenji', waitsOn: ['PAY-2'] },
  'PAY-4': { title: 'Take over the customers’ saved cards', status: 'To Do', waitsOn: ['PAY-2'], ready: true },
  'PAY-5': { title: 'Refund through the new provider', status: 'To Do', owner: 'Priya', waitsOn: ['PAY-3'] },
  'PAY-6': {
    title: 'Move all customers to the new provider, country by country, beginning with the smallest',
    status: 'To Do',
    owner: 'Kenji',
    waitsOn: ['PAY-3', 'PAY-4', 'PAY-5'],
    ready: true,
  },
  'PAY-7': { title: 'End the contract with the old provider', status: 'To Do', owner: 'Mara', waitsOn: ['PAY-6'] },
  'PAY-8': { title: 'Pay by bank transfer', status: 'Deferred', waitsOn: ['PAY-7'] },
  'WEB-1': { title: 'Show prices with tax', status: 'To Do', owner: 'Priya', waitsOn: ['WEB-2'] },
  'WEB-2': {
    title: 'Ask for the country before the price',
    status: 'Blocked',
    owner: 'Kenji',
    waitsOn: ['WEB-3'],
    ready: true,
  },
  'WEB-3': { title: 'Tell taxes by country', status: 'To Do', waitsOn: ['WEB-1'] },
};

/** Writes the work items into `roadmap/` of a workspace. */
export async function writeLinkedWorkItems(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'roadmap'), { recursive: true });
  for (const [id, item] of Object.entries(linked))
    await writeFile(path.join(folder, 'roadmap', `${id}.md`), textOf(id, item));
}

function textOf(id: string, { title, status, owner, waitsOn = [], ready = false }: Linked): string {
  const lines = [
    '---',
    `id: ${id}`,
    `title: ${title}`,
    'type: task',
    `status: ${status}`,
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
    ...(waitsOn.length === 0 ? [] : [`dependencies: [${waitsOn.join(', ')}]`]),
    '---',
    '',
    '## Goal',
    '',
    `${title}, so that customers in every country pay in the way they are used to and invoices carry the right tax.`,
    '',
    ...(waitsOn.length === 0 ? ['## Dependencies', '', 'None: nothing has to be there before.', ''] : []),
    '## Resources',
    '',
    '- [How we bill](../docs/payments.md)',
    '',
    ...(status === 'Done'
      ? []
      : ['## Next steps', '', '1. Read the notes on payments and write down what is open.', '']),
    ...(ready
      ? [
          '## Definition of done',
          '',
          `- [${status === 'Done' ? 'x' : ' '}] A test customer in each country has paid an invoice`,
          '',
        ]
      : []),
  ];
  return lines.join('\n');
}
