import './panel.css';
import './dependency-map.css';
import { type DependencyMap, foldersOf, type MapFilter, selectFrom } from '../core/map/dependency-map.ts';
import { mapLegend } from '../core/map/draw-map.ts';
import { mapSvg } from '../core/map/map-svg.ts';
import { itemsFound, mapSummary } from '../core/map/map-words.ts';
import { mapMermaid } from '../core/map/mermaid.ts';
import { byId, element } from './elements.ts';
import { connect } from './host.ts';
import { createMapCanvas, type Place } from './map-canvas.ts';
import { mapList } from './map-list.ts';
import type { FromMapPage, ToMapPage } from './messages.ts';

interface State {
  readonly filter: MapFilter;
  readonly search: string;
  readonly asList: boolean;
  readonly place: Place;
}

/** More than these make a picture that nobody could read, and take seconds to lay out. */
const most = { items: 500, links: 1500 };

const search = byId('search', HTMLInputElement);
const hits = byId('hits', HTMLOutputElement);
const folder = byId('folder', HTMLSelectElement);
const finished = byId('finished', HTMLInputElement);
const setAside = byId('set-aside', HTMLInputElement);
const unconnected = byId('unconnected', HTMLInputElement);
const list = byId('list', HTMLElement);
const canvasElement = byId('canvas', HTMLElement);
const notice = byId('notice', HTMLElement);
const status = byId('status', HTMLElement);
const [asMap, asList] = [byId('as-map', HTMLButtonElement), byId('as-list', HTMLButtonElement)];
const zoomButtons = ['zoom-out', 'fit', 'zoom-in'].map((id) => byId(id, HTMLButtonElement));
const exportButton = byId('export', HTMLButtonElement);

const host = connect<ToMapPage, FromMapPage, State>(receive);
const canvas = createMapCanvas(canvasElement, { open, moved: keep });
let map: DependencyMap | null = null;
let complete = false;
let isList = host.state?.asList ?? false;

finished.checked = host.state?.filter.finished ?? false;
setAside.checked = host.state?.filter.setAside ?? false;
unconnected.checked = host.state?.filter.unconnected ?? false;
search.value = host.state?.search ?? '';
let wantedFolder = host.state?.filter.folder ?? '';
let place = host.state?.place;
byId('legend', HTMLElement).innerHTML = mapLegend;

for (const input of [finished, setAside, unconnected]) input.addEventListener('change', show);
folder.addEventListener('change', () => {
  wantedFolder = folder.value;
  show();
});
search.addEventListener('input', find);
search.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') canvas.nextHit(event.shiftKey ? -1 : 1);
  else if (event.key === 'ArrowDown') focusOnItems();
  else if (event.key === 'Escape') {
    search.value = '';
    find();
  } else return;
  event.preventDefault();
});
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  search.select();
});
for (const button of [asMap, asList])
  button.addEventListener('click', () => {
    isList = button === asList;
    show();
  });
byId('zoom-out', HTMLElement).addEventListener('click', () => canvas.zoom(1 / 1.25));
byId('zoom-in', HTMLElement).addEventListener('click', () => canvas.zoom(1.25));
byId('fit', HTMLElement).addEventListener('click', () => canvas.showAll());
exportButton.addEventListener('click', () => {
  const selection = selected();
  if (selection)
    host.send({ type: 'export', svg: mapSvg(canvas.layout(selection), selection), mermaid: mapMermaid(selection) });
});
host.send({ type: 'ready' });

function receive(message: ToMapPage): void {
  ({ map, complete } = message);
  const folders = foldersOf(map.items);
  const every = element('option', { value: '' }, 'All folders');
  folder.replaceChildren(
    every,
    ...folders.map(({ folder, count }) => element('option', { value: folder }, `${folder} (${count})`)),
  );
  folder.hidden = folders.length < 2;
  folder.value = folders.some((known) => known.folder === wantedFolder) ? wantedFolder : '';
  show();
}

const filter = (): MapFilter => ({
  folder: folder.value,
  finished: finished.checked,
  setAside: setAside.checked,
  unconnected: unconnected.checked,
});

const selected = () => map && selectFrom(map, filter());

function show(): void {
  const selection = selected();
  if (!selection) return;
  const { items, links } = selection;
  const tooMany = items.length > most.items || links.length > most.links;
  byId('finished-label', HTMLElement).textContent = `Finished (${selection.finished})`;
  byId('set-aside-label', HTMLElement).textContent = `Set aside (${selection.setAside})`;
  byId('set-aside-choice', HTMLElement).hidden = selection.setAside === 0;
  byId('unconnected-label', HTMLElement).textContent = `Without links (${selection.unconnected})`;
  asMap.setAttribute('aria-pressed', String(!isList));
  asList.setAttribute('aria-pressed', String(isList));
  for (const button of zoomButtons) button.disabled = isList || tooMany || items.length === 0;
  exportButton.disabled = tooMany || items.length === 0;
  status.textContent = mapSummary(selection, filter(), complete);
  notice.textContent = tooMany
    ? `${items.length} work items with ${links.length} links are too much for a picture. Choose a folder, or see them as a list.`
    : 'No work item waits on another.';
  notice.hidden = items.length > 0 && (isList || !tooMany);
  canvasElement.hidden = isList || !notice.hidden;
  list.hidden = !isList || items.length === 0;
  if (!canvasElement.hidden) {
    canvas.show(selection, place);
    // Only the whole map is as large as it was.
    if (complete) place = undefined;
  }
  find();
}

function find(): void {
  const selection = selected();
  if (!selection) return;
  const found = itemsFound(selection.items, search.value);
  hits.textContent = search.value.trim() === '' ? '' : `${found.length} of ${selection.items.length}`;
  if (isList) list.replaceChildren(mapList(selection, found, open));
  else if (!canvasElement.hidden) canvas.mark(search.value.trim() === '' ? null : found);
  keep();
}

function focusOnItems(): void {
  if (isList) list.querySelector('button')?.focus();
  else canvas.focus();
}

function open(key: string, beside: boolean): void {
  host.send({ type: 'open', key, beside });
}

function keep(): void {
  host.keep({
    filter: { ...filter(), folder: wantedFolder },
    search: search.value,
    asList: isList,
    place: place ?? canvas.place(),
  });
}
