const generatedNames: readonly RegExp[] = [
  /(^|\/)(package-lock|npm-shrinkwrap)\.json$/,
  /(^|\/)(yarn|Cargo|poetry|Gemfile|composer|flake|uv|deno|Pipfile|bun|mix|pubspec|Podfile)\.lock$/,
  /(^|\/)(pnpm-lock\.yaml|bun\.lockb|go\.sum|gradle\.lockfile|packages\.lock\.json|Package\.resolved)$/,
  /\.(min\.(js|css)|(js|css)\.map|pb\.go|g\.dart|snap)$/,
  /(^|[./_-])generated(\/|\.\w+$)/,
  /(^|\/)(dist|node_modules|__pycache__|vendor)\//,
];

/** Whether tools write the file rather than people, judging by its path. */
export function isGenerated(path: string): boolean {
  return generatedNames.some((pattern) => pattern.test(path));
}
