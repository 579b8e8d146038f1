/** The body of the dependency map's page; dependency-map.ts brings it to life. */
export const dependencyMapPage = `
<header class="bar">
  <span class="search"><input id="search" type="search" placeholder="Search" aria-label="Search work items by name, path, status or owner" autocomplete="off" spellcheck="false"><output id="hits" for="search"></output></span>
  <select id="folder" aria-label="Folder"></select>
  <label><input id="finished" type="checkbox"> <span id="finished-label">Finished</span></label>
  <label id="set-aside-choice" hidden><input id="set-aside" type="checkbox"> <span id="set-aside-label">Set aside</span></label>
  <label><input id="unconnected" type="checkbox"> <span id="unconnected-label">Without links</span></label>
  <span class="space"></span>
  <span class="pair" role="group" aria-label="Show as"><button id="as-map" aria-pressed="true">Map</button><button id="as-list" aria-pressed="false">List</button></span>
  <span class="pair" role="group" aria-label="Zoom"><button id="zoom-out" aria-label="Zoom out" title="Zoom out (-)">−</button><button id="fit" title="Fit the whole map into the panel (0)">Fit</button><button id="zoom-in" aria-label="Zoom in" title="Zoom in (+)">+</button></span>
  <button id="export">Export…</button>
</header>
<main>
  <h1 class="unseen">Dependency map</h1>
  <div id="canvas" class="canvas" role="application" aria-label="Dependency map" aria-describedby="keys"></div>
  <div id="list" class="list" hidden></div>
  <p id="notice" class="notice" hidden></p>
</main>
<footer class="foot">
  <p id="status" role="status"></p>
  <p id="legend" class="legend" aria-hidden="true"></p>
  <p id="keys" class="unseen">Arrow keys follow the links: right to what waits on a work item, left to what it waits on, up and down to its neighbours. Enter opens it, Control and Enter beside the map. Plus and minus zoom, zero shows all.</p>
</footer>
`;
