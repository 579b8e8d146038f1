import type { DependencyMap } from './dependency-map.ts';
import { drawMap } from './draw-map.ts';
import { boxSizes, type MapLayout } from './layout.ts';

/** Colours of a picture that stands by itself, on white: those of VS Code's light theme, darkened to 4.5 : 1. */
const style = `
.ground{fill:#ffffff}
.box{fill:#f8f8f8;stroke:#c8c8c8}
.name{fill:#1f1f1f;font-size:${boxSizes.titleSize}px}
.detail{fill:#4b5563;font-size:${boxSizes.detailSize}px}
.link path{fill:none;stroke:#767676;stroke-width:1.25}
.link .head{fill:#767676;stroke:none}
.link.circular path{stroke:#b5200d;stroke-width:1.75;stroke-dasharray:5 3}
.link.circular .head{fill:#b5200d;stroke:none}
.edge,.sign circle,.dots .met{fill:currentColor}
.sign .open,.sign .line,.dots .unmet{fill:none;stroke:currentColor;stroke-width:1.5}
.sign .inner{fill:none;stroke:#ffffff;stroke-width:1.5}
.dots .unmet{stroke-width:1}
.ready{color:#2a7a2a}
.not-ready{color:#8a5a00}
.set-aside,.finished{color:#6b7280}
.circular{color:#b5200d}
`;

/** The map as an SVG file of its own: no script, nothing loaded. */
export function mapSvg(layout: MapLayout, map: DependencyMap): string {
  const { width, height } = layout;
  const count = `${map.items.length} work ${map.items.length === 1 ? 'item' : 'items'}`;
  const picture = drawMap(layout, map).replaceAll(
    / (?:role="button"|tabindex="-1"|aria-hidden="true"|data-[a-z]+="[^"]*")/g,
    '',
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', Roboto, sans-serif" role="img">
<title>What waits on what: ${count}</title>
<style>${style}</style>
<rect class="ground" width="${width}" height="${height}"/>
${picture}
</svg>
`;
}
