/** Lets the background of `area` be dragged. @param isBackground whether an element belongs to it. */
export function dragToScroll(area: HTMLElement, isBackground: (target: EventTarget | null) => boolean): void {
  let from: { x: number; y: number; left: number; top: number } | null = null;
  area.addEventListener('pointerdown', (event) => {
    const { button, target, pointerId, clientX, clientY, pointerType, offsetX, offsetY } = event;
    const onScrollbar = target === area && (offsetX > area.clientWidth || offsetY > area.clientHeight);
    if (button !== 0 || pointerType === 'touch' || onScrollbar || !isBackground(target)) return;
    from = { x: clientX, y: clientY, left: area.scrollLeft, top: area.scrollTop };
    area.setPointerCapture(pointerId);
    area.classList.add('dragged');
  });
  area.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (from) area.scrollTo(from.left + from.x - clientX, from.top + from.y - clientY);
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    area.addEventListener(end, () => {
      from = null;
      area.classList.remove('dragged');
    });
}

/** Zooms with Ctrl and the wheel, and with two fingers on a touchpad, which browsers tell as the same. @param zoom gets where the pointer is. */
export function zoomWithWheel(area: HTMLElement, zoom: (factor: number, at: { x: number; y: number }) => void): void {
  area.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = area.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 300), { x: event.clientX - left, y: event.clientY - top });
    },
    { passive: false },
  );
}
