/** Decimals of currencies that have not two, after ISO 4217. */
const decimals: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, KWD: 3 };

/** Rounds an amount as its currency is rounded. */
export function round(amount: number, currency: string): number {
  const factor = 10 ** (decimals[currency] ?? 2);
  return Math.round(amount * factor) / factor;
}
