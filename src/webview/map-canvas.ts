import type { DependencyMap } from '../core/map/dependency-map.ts';
import { drawMap } from '../core/map/draw-map.ts';
import { type KnownParts, layoutMap, type MapLayout } from '../core/map/layout.ts';
import { type Direction, neighbour, startOf } from '../core/map/neighbour.ts';
import { dragToScroll, zoomWithWheel } from './pointer.ts';

/** How much of the map is seen. */
export interface Place {
  /** 1 for the size in which it is drawn. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** The box that the keys go on from. */
  readonly current: string | null;
}

export interface MapCanvas {
  /** Draws a map; what had the focus keeps it. @param place where to go on, instead of where it stands. */
  show(map: DependencyMap, place: Place | undefined): void;
  layout(map: DependencyMap): MapLayout;
  /** Marks these work items, and dims the others; null for no difference. */
  mark(keys: readonly string[] | null): void;
  /** Goes to the next marked work item, or for -1 to the one before. */
  nextHit(step: 1 | -1): void;
  zoom(factor: number): void;
  /** Makes the whole map visible, not larger than it is drawn. */
  showAll(): void;
  focus(): void;
  place(): Place;
}

/** Below `readable` a text takes effort; nobody is shown a map so small who has not asked for it. */
const scales = { least: 0.1, readable: 0.7, most: 3 };

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Makes the picture in `area`, which scrolls. */
export function createMapCanvas(
  area: HTMLElement,
  on: { open(key: string, beside: boolean): void; moved(): void },
): MapCanvas {
  const known: KnownParts = new Map();
  let layout: MapLayout = { width: 0, height: 0, boxes: [], routes: [] };
  let scale = 1;
  let start: string | null = null;
  let current: string | null = null;
  let marked: readonly string[] = [];
  /** Whether somebody has chosen what is to be seen. */
  let isPlaced = false;

  const boxOf = (key: string | null): SVGElement | null =>
    key === null ? null : area.querySelector<SVGElement>(`.item[data-key="${CSS.escape(key)}"] .target`);

  function makeCurrent(key: string | null): void {
    boxOf(current)?.setAttribute('tabindex', '-1');
    current = key;
    boxOf(current)?.setAttribute('tabindex', '0');
  }

  /** Lets the links of one work item stand out. */
  function light(key: string | null): void {
    for (const link of area.querySelectorAll<SVGGElement>('.link'))
      link.classList.toggle('near', key !== null && (link.dataset.first === key || link.dataset.next === key));
  }

  function go(key: string | null): void {
    if (key === null) return;
    makeCurrent(key);
    boxOf(key)?.focus({ preventScroll: true });
    reveal(key);
  }

  /** Scrolls as little as brings the box, and some of what is around it, into sight. */
  function reveal(key: string): void {
    const box = layout.boxes.find((known) => known.key === key);
    if (!box) return;
    const margin = 24;
    const [left, top] = [box.x * scale - margin, box.y * scale - margin];
    const [right, bottom] = [(box.x + box.width) * scale + margin, (box.y + box.height) * scale + margin];
    const x = Math.min(left, Math.max(area.scrollLeft, right - area.clientWidth));
    const y = Math.min(top, Math.max(area.scrollTop, bottom - area.clientHeight));
    area.scrollTo(x, y);
  }

  /** Scrolls to where the box is at the left, halfway down. */
  function centre(key: string | null): void {
    const box = layout.boxes.find((known) => known.key === key);
    if (box) area.scrollTo(box.x * scale - 24, (box.y + box.height / 2) * scale - area.clientHeight / 2);
  }

  /** @param at what stays where it is, in pixels from the top left of the area; without it, the middle. */
  function scaleTo(wanted: number, at = { x: area.clientWidth / 2, y: area.clientHeight / 2 }): void {
    const before = scale;
    scale = Math.min(scales.most, Math.max(scales.least, wanted));
    resize();
    area.scrollTo(
      ((area.scrollLeft + at.x) * scale) / before - at.x,
      ((area.scrollTop + at.y) * scale) / before - at.y,
    );
    on.moved();
  }

  function resize(): void {
    const picture = area.querySelector('svg');
    picture?.setAttribute('width', String(Math.round(layout.width * scale)));
    picture?.setAttribute('height', String(Math.round(layout.height * scale)));
  }

  const scaleForAll = (): number =>
    Math.min(1, (area.clientWidth - 2) / layout.width, (area.clientHeight - 2) / layout.height);

  const showAll = (): void => scaleTo(scaleForAll());

  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    Home: () => go(start),
    Enter: openCurrent,
    ' ': openCurrent,
    '+': () => scaleTo(scale * 1.25),
    '=': () => scaleTo(scale * 1.25),
    '-': () => scaleTo(scale / 1.25),
    '0': showAll,
  };

  function openCurrent({ ctrlKey, metaKey }: KeyboardEvent): void {
    if (current !== null) on.open(current, ctrlKey || metaKey);
  }

  area.addEventListener('keydown', (event) => {
    const direction = directions[event.key];
    if (direction) go(current && neighbour(layout, current, direction));
    else if (keys[event.key]) keys[event.key]?.(event);
    else return;
    event.preventDefault();
  });
  area.addEventListener('focusin', ({ target }) => {
    const key = keyAt(target);
    if (key !== null && key !== current) makeCurrent(key);
    light(key);
  });
  for (const act of ['pointerdown', 'keydown', 'wheel'])
    area.addEventListener(
      act,
      () => {
        isPlaced = true;
      },
      { passive: true },
    );
  area.addEventListener('focusout', () => light(null));
  area.addEventListener('click', (event) => {
    const key = keyAt(event.target);
    if (key !== null) on.open(key, event.ctrlKey || event.metaKey);
  });
  area.addEventListener('pointerover', ({ target }) => light(keyAt(target) ?? keyAt(document.activeElement)));
  area.addEventListener('scroll', on.moved);
  dragToScroll(area, (target) => keyAt(target) === null);
  zoomWithWheel(area, (factor, at) => scaleTo(scale * factor, at));

  return {
    show(map, place) {
      const hadFocus = area.contains(document.activeElement);
      layout = layoutMap(map.items, map.links, known);
      const { width, height } = layout;
      area.innerHTML = `<svg viewBox="0 0 ${width} ${height}" focusable="false">${drawMap(layout, map)}</svg>`;
      isPlaced ||= place !== undefined;
      scale = place?.scale ?? (isPlaced ? scale : Math.max(scales.readable, scaleForAll()));
      resize();
      const wanted = place?.current ?? current;
      start = startOf(layout, map.links);
      makeCurrent(boxOf(wanted) ? wanted : start);
      if (place) area.scrollTo(place.left, place.top);
      else if (!isPlaced) centre(current);
      if (hadFocus) boxOf(current)?.focus({ preventScroll: true });
    },
    layout: (map) => layoutMap(map.items, map.links, new Map(known)),
    mark(keys) {
      marked = keys ?? [];
      const hits = keys && new Set(keys);
      for (const box of area.querySelectorAll<SVGGElement>('.item'))
        box.classList.toggle('dimmed', hits !== null && !hits.has(box.dataset.key ?? ''));
    },
    nextHit(step) {
      if (marked.length === 0) return;
      isPlaced = true;
      const at = marked.indexOf(current ?? '');
      const next = at < 0 ? (step > 0 ? 0 : -1) : (at + step) % marked.length;
      const key = marked.at(next);
      if (key === undefined) return;
      makeCurrent(key);
      reveal(key);
      light(key);
    },
    zoom(factor) {
      isPlaced = true;
      scaleTo(scale * factor);
    },
    showAll() {
      isPlaced = true;
      showAll();
    },
    focus: () => boxOf(current)?.focus(),
    place: () => ({ scale, left: area.scrollLeft, top: area.scrollTop, current }),
  };
}

/** The key of the box that an element is in. */
function keyAt(target: EventTarget | null): string | null {
  return (target instanceof Element && target.closest<SVGGElement>('.item')?.dataset.key) || null;
}
