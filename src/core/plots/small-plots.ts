/** A bar with a part of it filled, as an SVG element; the numbers are to stand beside it. @param kinds CSS classes. */
export function bar(part: number, whole: number, kinds: string, width = 160): string {
  const filled = whole === 0 ? 0 : Math.round((width * part) / whole);
  return `<svg class="bar ${kinds}" width="${width}" height="10" viewBox="0 0 ${width} 10" aria-hidden="true"><rect class="whole" width="${width}" height="10" rx="2"/><rect class="part" width="${filled}" height="10" rx="2"/></svg>`;
}

/** A line of shares from 0 to 1, as an SVG element; what it shows is to be said beside it. */
export function trendLine(shares: readonly number[], width = 120, height = 24): string {
  const inset = 3;
  const x = (at: number): number => inset + ((width - 2 * inset) * at) / Math.max(1, shares.length - 1);
  const y = (share: number): number => inset + (height - 2 * inset) * (1 - share);
  const points = shares.map((share, at) => `${x(at).toFixed(1)} ${y(share).toFixed(1)}`);
  const end = `<circle class="end" cx="${x(shares.length - 1).toFixed(1)}" cy="${y(shares.at(-1) ?? 0).toFixed(1)}" r="2.5"/>`;
  return `<svg class="trend" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><path class="ground" d="M${inset} ${height - inset}H${width - inset}"/><path class="line" d="M${points.join('L')}"/>${end}</svg>`;
}
