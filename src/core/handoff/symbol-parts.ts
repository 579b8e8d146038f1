import type { NamedPart } from './outline.ts';

/** What an editor's languages know by a name, with what it holds; lines from 1, both included. */
export interface CodeSymbol extends NamedPart {
  /** Whether it is a variable, a field or the like: of interest only where it stands by itself, or holds something. */
  readonly isValue: boolean;
  readonly children: readonly CodeSymbol[];
}

/** The functions, types and tests among the symbols, each before what it holds. */
export function partsOfSymbols(symbols: readonly CodeSymbol[], holder: string | null = null): NamedPart[] {
  return symbols.flatMap(({ name, first, last, isValue, children }) => {
    const title = testTitle.exec(name)?.[1];
    const full = title ?? (holder === null ? name : `${holder}.${name}`);
    const inside = partsOfSymbols(children, title === undefined ? full : null);
    return isValue && holder !== null && children.length === 0 ? inside : [{ name: full, first, last }, ...inside];
  });
}

/** As TypeScript's language calls what is given to a test function: `it('waits') callback`. */
const testTitle = /^(?:describe|it|test|suite|context)(?:\.\w+)*\((?:'|"|`)(.{1,120})(?:'|"|`)\) callback$/;
