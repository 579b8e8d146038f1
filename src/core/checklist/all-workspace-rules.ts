import { linkBroken } from './rules/link-broken.ts';
import { statusOutdated } from './rules/status-outdated.ts';
import { statusStale } from './rules/status-stale.ts';
import type { WorkspaceRule } from './workspace-rule.ts';

/** Every rule that looks beyond the document, in the order in which findings are told. */
export const allWorkspaceRules: readonly WorkspaceRule[] = [linkBroken, statusStale, statusOutdated];
