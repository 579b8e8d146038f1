import * as vscode from 'vscode';
import { isCandidatePath } from '../app/candidate-paths.ts';
import { createFreshness } from '../app/freshness.ts';
import { createGitIgnored } from '../app/git-ignored.ts';
import { createNavigation } from '../app/navigation.ts';
import type { DocumentRef, Git, Log, UserGit } from '../app/ports.ts';
import { readWorkItemBy } from '../app/read-work-item.ts';
import type { SlicePorts } from '../app/slices.ts';
import { createWhoAmI } from '../app/who-am-i.ts';
import { createWorkspaceFindings } from '../app/workspace-findings.ts';
import { createWorkspaceIndex } from '../app/workspace-index.ts';
import { checkDocument, documentOf } from '../core/checklist/check-document.ts';
import { unreadableDocument } from '../core/checklist/unreadable-document.ts';
import { readDocument } from '../core/document/document.ts';
import { readFrontMatter } from '../core/document/front-matter.ts';
import { updateWorkItem } from '../core/handoff/update-work-item.ts';
import { allCommands, laterCommandIds } from './commands/all-commands.ts';
import { loadedLater, registerCommands } from './commands/command.ts';
import { completeWorkItems } from './completion/complete-work-items.ts';
import { showFindings } from './diagnostics/findings.ts';
import { showProjectFileProblems } from './diagnostics/project-file-problems.ts';
import { openRulePages } from './diagnostics/rule-pages.ts';
import { factToolsBy } from './fixes/fact-tools.ts';
import { offerFixAll } from './fixes/fix-all.ts';
import { offerQuickFixes } from './fixes/quick-fixes.ts';
import { offerWorkspaceFixes } from './fixes/workspace-fixes.ts';
import { followEditors, followFiles, followGitIgnored, startWithWorkItem } from './host/document-events.ts';
import { inputInEditor, openDocument } from './host/documents.ts';
import { type LocalFiles, workspaceFiles } from './host/files.ts';
import { followGit } from './host/git-events.ts';
import { followLanguageModels } from './host/language-models.ts';
import { followProjectFiles } from './host/project-files.ts';
import { followReader } from './host/reader.ts';
import { keepReports, workspaceReportCache } from './host/report-cache.ts';
import { followSettings, workspaceSettings } from './host/settings.ts';
import { explainOnHover } from './lenses/work-item-hovers.ts';
import { showWorkItemLenses } from './lenses/work-item-lenses.ts';
import { goToWorkItems } from './navigation/definitions.ts';
import { tellOfMentions } from './navigation/hovers.ts';
import { linkIds } from './navigation/id-links.ts';
import { findReferences } from './navigation/references.ts';
import { renameIds } from './navigation/rename-ids.ts';
import { createPanels } from './panels/open-panels.ts';
import { decorateFiles } from './views/decorations.ts';
import { showHandoffs } from './views/handoffs.ts';
import { showLanguageStatus } from './views/language-status.ts';
import { showReadinessStatus } from './views/readiness-status.ts';
import { showReadyToStart } from './views/ready-to-start.ts';
import { showWaitingOn } from './views/waiting-on.ts';
import { showWorkItems } from './views/work-items.ts';

/** What an entry knows of the machine that it runs on. */
export interface EntryPorts {
  readonly git: Git;
  readonly userGit: UserGit;
  readonly localFiles?: LocalFiles;
}

/** Puts the extension together. No document is read here: that waits for a markdown document, the view or a command. */
export function activate(context: vscode.ExtensionContext, ports: EntryPorts): void {
  const { subscriptions, extension, extensionUri, workspaceState } = context;
  const log = vscode.window.createOutputChannel('Async Ready', { log: true });
  const projectFiles = followProjectFiles(log);
  const clock = { now: () => new Date(), utcOffset: (date: Date) => -date.getTimezoneOffset() };
  const settings = workspaceSettings(projectFiles, clock, (message) => showWarning(message, log));
  const gitIgnored = createGitIgnored(ports.git, (message) => log.warn(message));
  const files = workspaceFiles(slices, gitIgnored, ports.localFiles);
  const check = (document: DocumentRef, text: string) =>
    checkDocument(inputInEditor(document, text) ?? { path: document.path, text }, settings.forDocument(document));
  const unreadable = (document: { folder: string; path: string }, reason: string) =>
    unreadableDocument(document.path, reason, settings.forDocument(document));
  const cache =
    ports.localFiles &&
    workspaceReportCache(context, { ...slices, localFiles: ports.localFiles, settings, clock, log });
  const index = createWorkspaceIndex({
    ...slices,
    files,
    log,
    openDocument,
    check,
    unreadable,
    prepare: projectFiles.ready,
    cache,
  });

  const freshness = createFreshness({
    git: ports.git,
    clock,
    settings: (folder) => settings.forDocument({ folder }),
    warn: (message) => log.warn(message),
  });
  const workspaceFindings = createWorkspaceFindings({
    ...slices,
    index,
    files,
    freshness,
    log,
    openText,
    severities: (document) => settings.forDocument(document).rules,
    isWanted: (key) => findings.shows(key),
  });
  const navigation = createNavigation({
    ...slices,
    index,
    graph: workspaceFindings.graph,
    files,
    log,
    openText,
    read(document, text) {
      const checkSettings = settings.forDocument(document);
      const input = inputInEditor(document, text);
      return input ? documentOf(input, checkSettings) : readDocument(document.path, text, checkSettings.vocabulary);
    },
  });
  const findings = showFindings(index, workspaceFindings, settings, extension, slices, log);
  const whoAmI = createWhoAmI({ git: ports.git, ownNames: settings.ownNames, team: settings.team });
  const { graph } = workspaceFindings;
  const reader = followReader(whoAmI, files, clock, log);
  const sidebarPorts = { ...slices, index, files, graph, reader, log };
  const workItems = showWorkItems({ ...sidebarPorts, memory: workspaceState });
  const factTools = factToolsBy(settings);
  const { git } = ports;
  const handoffs = showHandoffs({ index, files, git, clock, log, settings, extension, state: workspaceState });
  const readWorkItem = (folder: string) => readWorkItemBy(settings.forDocument({ folder }));
  const panels = createPanels({
    ...{ extensionUri, files, index, graph, log, slices, clock, git },
    check: (folder, path, text) => checkDocument({ path, text }, settings.forDocument({ folder })),
    isCandidate: (document) => isCandidatePath(document.path) && !settings.isHidden(document),
    team: settings.team,
  });
  const services = {
    ...{ files, clock, log, index, graph, settings, projectFiles, findings, workItems, handoffs, panels },
    ...{ factTools, reader },
    ...{ readWorkItem, updateWorkItem },
    ...{ git, userGit: ports.userGit, memory: workspaceState },
  };

  subscriptions.push(
    log,
    projectFiles,
    showProjectFileProblems(projectFiles),
    workspaceFindings,
    findings,
    reader,
    workItems,
    panels,
    handoffs,
    showReadyToStart(sidebarPorts),
    showWaitingOn({ ...sidebarPorts, clock, settings, freshness }),
    showReadinessStatus(index),
    showLanguageStatus(index, settings, projectFiles),
    decorateFiles(index, settings, (error) => log.error('The workspace could not be read.', error)),
    showWorkItemLenses(index, workspaceFindings.graph, settings),
    explainOnHover(index),
    tellOfMentions(navigation),
    goToWorkItems(navigation),
    findReferences(navigation),
    linkIds(navigation),
    renameIds(navigation, log),
    completeWorkItems({
      index,
      files,
      log,
      openText,
      git: ports.git,
      clock,
      vocabulary: (document) => settings.forDocument(document).vocabulary,
      team: settings.team,
      readFrontMatter,
    }),
    offerQuickFixes(settings, log),
    offerFixAll(settings),
    offerWorkspaceFixes(workspaceFindings, settings, log),
    openRulePages(extension),
    registerCommands([...allCommands, ...laterCommandIds.map(later)], services),
    followEditors(index, settings, gitIgnored),
    startWithWorkItem(index, (error) => log.error('The workspace could not be read.', error)),
    followFiles(
      index,
      settings,
      gitIgnored,
      (uri) => workspaceFindings.filesCameOrWent([uri.toString()]),
      (error) => log.error('A new folder could not be looked into.', error),
    ),
    followGitIgnored(index, (error) => log.error('The workspace could not be read.', error)),
    keepReports(index, cache, (error) => log.error('The reports could not be kept.', error)),
    followLanguageModels((error) => log.error('Language models could not be asked for.', error)),
    followGit(freshness, workspaceFindings.lookAgain, (error) => log.error('Git could not be followed.', error)),
    followSettings(index, settings, (error) => log.error('The new settings could not be applied.', error)),
    index,
  );
}

const later = loadedLater(async () => (await import('./commands/later-commands.ts')).laterCommands);

const openText = (key: string): string | undefined => openDocument(key)?.text();

const slices: SlicePorts = {
  elapsed: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

function showWarning(message: string, log: Log): void {
  log.warn(message);
  vscode.window.showWarningMessage(message).then(undefined, (error) => log.error(message, error));
}
