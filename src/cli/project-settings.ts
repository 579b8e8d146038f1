import { today } from '../app/local-date.ts';
import { type CheckSettings, defaultSettings } from '../core/checklist/check-document.ts';
import { projectFileName, readProjectFile, withProjectSettings } from '../core/project-file.ts';
import type { TeamMember } from '../core/team.ts';
import { linesOf, positionAt } from '../core/text.ts';
import type { CliIo } from './command.ts';

interface CliSettings extends CheckSettings {
  readonly handoffsFolder: string;
  readonly team: readonly TeamMember[];
}

/**
 * The settings of the folder that the command runs in: those of its project file on top of the defaults.
 * Rejects with all that cannot be used in it: a check by half of what a team has agreed on would mislead.
 */
export async function projectSettings(io: CliIo): Promise<CliSettings> {
  const text = (await io.projectFile()) ?? '';
  const { settings, problems } = readProjectFile(text);
  const lines = linesOf(text);
  const faults = problems.map(
    ({ message, range }) => `${projectFileName}:${positionAt(lines, range.start).line + 1}: ${message}`,
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    ...withProjectSettings(defaultSettings, settings),
    today: today(io.clock),
    handoffsFolder: settings.handoffsFolder ?? 'handoffs',
    team: settings.team ?? [],
  };
}
