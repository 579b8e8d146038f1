/** What work items can be grouped by. */
export const groupings = ['readiness', 'status', 'folder', 'owner', 'milestone', 'label', 'due'] as const;
export type Grouping = (typeof groupings)[number];

/** What the groupings are called where one is chosen. */
export const groupingNames: Readonly<Record<Grouping, string>> = {
  readiness: 'Readiness',
  status: 'Status',
  folder: 'Folder',
  owner: 'Owner',
  milestone: 'Milestone',
  label: 'Label',
  due: 'Due date',
};
