/** Widths of characters as parts of the font's size: the widest that common fonts of user interfaces give them. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{Mn}|\p{Cf}/u, 0],
  [/[ijlI|.,:;'!`ftr()[\]{} ]/u, 0.42],
  [/[mwMW@%]/u, 1],
  [/[A-Z&#+=<>~]/u, 0.78],
  [/[\u0020-\u04ff]/u, 0.64],
];
/** Ideographs, emoji and what else is not known. */
const widest = 1.1;

/** How much room a text takes at most in a font of this size, in its unit. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widths.find(([set]) => set.test(character))?.[1] ?? widest;
  return width * size;
}

/** The text in lines that fit into `width`; where they are more than `most`, the last one ends with `…`. Never empty. */
export function fitLines(text: string, width: number, size: number, most: number): string[] {
  const fits = (line: string): boolean => textWidth(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => pieces(word, fits));
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), fits)];
}

/** A word that does not fit into a line, in pieces that do. */
function pieces(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const found = [''];
  for (const character of word) {
    const longer = `${found.at(-1)}${character}`;
    if (fits(longer)) found[found.length - 1] = longer;
    else found.push(character);
  }
  return found.filter((piece) => piece !== '');
}

function cut(text: string, fits: (text: string) => boolean): string {
  const characters = [...text];
  while (characters.length > 0 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
