import { namesOfPerson } from '../core/people.ts';
import type { TeamMember } from '../core/team.ts';
import { gitQuestions } from './git-questions.ts';
import { type Git, isGitUnavailable } from './ports.ts';

export interface WhoAmIPorts {
  readonly git: Git;
  /** By what the user goes, besides what git says: names, handles, addresses. */
  ownNames(folder: string): readonly string[];
  team(folder: string): readonly TeamMember[];
}

/** Tells who the user is, so that a document's owner or recipient can be compared by `speaksOf`. */
export interface WhoAmI {
  /** All that the user goes by in that workspace folder, what signs for them first; empty where nobody knows. */
  names(folder: string): Promise<readonly string[]>;
  /** Asks git anew from now on. */
  forget(): void;
}

/** Asks git for `user.name` and `user.email` once for each folder, when that is first needed. */
export function createWhoAmI({ git, ownNames, team }: WhoAmIPorts): WhoAmI {
  const asked = new Map<string, Promise<readonly string[]>>();

  async function ask(folder: string): Promise<readonly string[]> {
    const questions = gitQuestions(git, folder);
    try {
      const found = ['user.name', 'user.email'].map((key) => questions.answer(['config', '--get', key]));
      return (await Promise.all(found)).filter((name) => name !== null);
    } catch (error) {
      if (!isGitUnavailable(error)) throw error;
      return [];
    }
  }

  return {
    async names(folder) {
      const known = asked.get(folder) ?? ask(folder);
      asked.set(folder, known);
      return namesOfPerson([...ownNames(folder), ...(await known)], team(folder));
    },
    forget: () => asked.clear(),
  };
}
