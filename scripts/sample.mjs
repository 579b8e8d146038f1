// Makes the sample workspace where it is missing: for debugging on it, see .vscode/tasks.json.
import { ensureDependencies } from './setup.mjs';

await ensureDependencies();
const { tsImport } = await import('tsx/esm/api');
const { ensureSampleWorkspace } = await tsImport('./sample-workspace.ts', import.meta.url);
console.log(await ensureSampleWorkspace(false));
