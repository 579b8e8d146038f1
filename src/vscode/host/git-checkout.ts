import * as vscode from 'vscode';
import type { Checkout } from '../../app/ports.ts';
import { gitApi, type Repository } from './git-api.ts';

/** Fetches and switches by VS Code's own git: with the user's keys, hooks and questions for passwords. */
export const gitCheckout: Checkout = {
  fetch: async (folder) => (await repositoryOf(folder)).fetch(),
  switchTo: async (folder, branch) => (await repositoryOf(folder)).checkout(branch),
  fastForward: async (folder, ref) => (await repositoryOf(folder)).merge(ref),
};

async function repositoryOf(folder: string): Promise<Repository> {
  const repository = (await gitApi())?.getRepository(vscode.Uri.parse(folder, true));
  if (!repository) throw new Error('VS Code’s git does not have this folder open, so that nothing can be fetched.');
  return repository;
}
