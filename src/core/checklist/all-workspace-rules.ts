import { linkBroken } from './rules/link-broken.ts';
import type { WorkspaceRule } from './workspace-rule.ts';

/** Every rule that looks beyond the document, in the order in which findings are told. */
export const allWorkspaceRules: readonly WorkspaceRule[] = [linkBroken];
