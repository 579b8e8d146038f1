// Processor time of a check of the texts that have made parsers slow, each of 1 MiB, or as much of it as 50,000 lines hold; the slowest first.
import { checkDocument, defaultSettings } from '../src/core/checklist/check-document.ts';
import { maximumLines } from '../src/core/document/candidates.ts';
import { hardTexts } from '../test/core/checklist/hard-texts.ts';

const settings = { ...defaultSettings, include: ['**'] };
const size = 1024 * 1024;

/** As much of a text as is read. */
const cut = (text: string): string => text.slice(0, size).split('\n', maximumLines).join('\n');

/** The least of three runs, in milliseconds. */
function cost(text: string): number {
  const runs = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    checkDocument({ path: 'a.md', text }, settings);
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...runs);
}

const costs = Object.entries(hardTexts).map(([name, make]) => ({ name, ms: cost(cut(make(size))) }));
costs.sort((a, b) => b.ms - a.ms);
for (const { name, ms } of costs.slice(0, 12)) console.log(`${ms.toFixed(0).padStart(5)} ms  ${name}`);
console.log(`${costs.length} texts of 1 MiB; ${costs.filter(({ ms }) => ms <= 100).length} take at most 100 ms`);
