import { definedName, noType, typeFirst } from './defined-name.ts';

/** Languages in which a method begins with its name, or with words such as `static` before that. */
const nameFirst = /\.(?:[cm]?[jt]sx?|svelte|vue|php|dart|groovy)$/i;

const head =
  String.raw`^(?:(?:public|private|protected|static|final|abstract|async|override|readonly|get|set)\s+){0,6}\*?\s*` +
  String.raw`(#?[\p{L}_$][\p{L}\p{N}_$]*)\s*(?:<[^>]{0,80}>\s*)?\(`;
const method = new RegExp(String.raw`${head}[^;{}]*\)\s*(?::[^;=]*)?\{$`, 'u');
const openHead = new RegExp(`${head}$`, 'u');
const typedMethod = /^(?:[\w:*&<>,[\]~@]{1,80}\s+[*&]*){1,6}([\w:~]+)\s*\([^;{}]*\)[^;{}()]*\{$/;
const typeDefinition =
  /^(?:(?:public|private|protected|internal|static|final|abstract|sealed|partial)\s+){0,4}(?:class|interface|enum|record|struct|union)\b/;

/** What stands before a bracket and is no name of a method. */
const notDefined =
  /^(?:if|for|foreach|while|switch|catch|function|return|with|else|do|try|await|new|throw|super|using|lock|match|synchronized)$/;

const variable = /^(?:export\s+)?(?:const|let|var|val)\b/;
const functionValue = /=\s*(?:async\b\s*)?(?:function\b|\([^;]*=>|[\p{L}_$][\p{L}\p{N}_$]*\s*=>|\|[^|]*\|)/u;

/** In UTF-16 code units. */
const longest = 200;

const startOf = (line: string): string => line.slice(0, longest).trim();

/** As definedName, for a line inside of something else: a method, or a function of a function; no variable of one. */
export function definedInside(line: string, path: string): string | null {
  const start = startOf(line);
  if (variable.test(start) && !functionValue.test(start)) return null;
  if (typeFirst.test(path)) {
    if (typeDefinition.test(start)) return definedName(start, path);
    return noType.test(start) ? null : methodName(typedMethod, start);
  }
  return (nameFirst.test(path) ? methodName(method, start) : null) ?? definedName(start, path);
}

/** The name of a method whose arguments begin below the line; or of a call, which looks the same. */
export function headOfMethod(line: string, path: string): string | null {
  return nameFirst.test(path) ? methodName(openHead, startOf(line)) : null;
}

function methodName(shape: RegExp, start: string): string | null {
  const name = shape.exec(start)?.[1];
  return name === undefined || notDefined.test(name) ? null : name;
}

const test =
  /^(?:test|it|describe|context|suite|bench)(?:\.\w+){0,3}\(\s*(?:'([^'\\]{1,120})'|"([^"\\]{1,120})"|`([^`\\]{1,120})`)/;

/** The title of the test, or group of tests, that begins with the line; null where none does, or it is computed. */
export function testTitle(line: string, path: string): string | null {
  if (!/\.[cm]?[jt]sx?$/i.test(path)) return null;
  const match = test.exec(startOf(line));
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}
