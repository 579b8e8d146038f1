import { dependencyCycle } from './rules/dependency-cycle.ts';
import { dependencyFinished } from './rules/dependency-finished.ts';
import { idDuplicate } from './rules/id-duplicate.ts';
import { linkBroken } from './rules/link-broken.ts';
import { mentionUnlinked } from './rules/mention-unlinked.ts';
import { referenceUnknown } from './rules/reference-unknown.ts';
import { statusOutdated } from './rules/status-outdated.ts';
import { statusStale } from './rules/status-stale.ts';
import type { WorkspaceRule } from './workspace-rule.ts';

/** Every rule that looks beyond the document, in the order in which findings are told. */
export const allWorkspaceRules: readonly WorkspaceRule[] = [
  linkBroken,
  statusStale,
  statusOutdated,
  referenceUnknown,
  idDuplicate,
  dependencyCycle,
  dependencyFinished,
  mentionUnlinked,
];
