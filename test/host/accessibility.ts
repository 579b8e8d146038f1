import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** What axe finds wrong with the page of a frame, by all its rules, one line for each place. */
export async function accessibilityFaults(frame: Frame): Promise<string[]> {
  // Evaluated by the browser's debugger, which a page's policy does not bind.
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate<axe.AxeResults>('axe.run()');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary ?? ''}`),
  );
}
