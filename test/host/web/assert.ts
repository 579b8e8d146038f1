// Stands in for node:assert/strict where there is no Node; the bundle of the web tests has it under that name.

export function ok(value: unknown, message = `${String(value)} is not truthy`): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message = ''): void {
  ok(Object.is(actual, expected), `${message}\nexpected: ${String(expected)}\nactual: ${String(actual)}`);
}

/** Compares plain data. */
export function deepEqual(actual: unknown, expected: unknown, message = ''): void {
  equal(JSON.stringify(actual, null, 2), JSON.stringify(expected, null, 2), message);
}

export function match(actual: string, expected: RegExp): void {
  ok(expected.test(actual), `${JSON.stringify(actual)} does not match ${expected}`);
}
