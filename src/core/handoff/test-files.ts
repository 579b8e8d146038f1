const testNames: readonly RegExp[] = [
  /(^|\/)(tests?|specs?|__tests__|e2e|testdata|fixtures)\//i,
  /[._-](tests?|specs?|e2e)\.\w+$/i,
  /(^|\/)(test_[^/]*|[^/]*(Test|Tests|Spec))\.\w+$/,
];

/** Whether the file holds tests, judging by its path. */
export function isTestFile(path: string): boolean {
  return testNames.some((pattern) => pattern.test(path));
}
