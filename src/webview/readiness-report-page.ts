/** The body of the readiness report's page; readiness-report.ts brings it to life. */
export const readinessReportPage = `
<main>
  <header class="top">
    <h1>Readiness</h1>
    <button id="copy">Copy as Markdown</button>
  </header>
  <p id="summary" class="summary" role="status"></p>
  <section aria-labelledby="points-title">
    <h2 id="points-title">By point</h2>
    <p class="muted">How much of the open work meets each point of the checklist.</p>
    <div id="points"></div>
  </section>
  <section aria-labelledby="history-title">
    <h2 id="history-title">Over time</h2>
    <div id="history"></div>
    <p id="ask" class="row"><select id="months" aria-label="How far back"><option value="3">Last 3 months, by week</option><option value="6" selected>Last 6 months, by week</option><option value="12">Last year, by month</option><option value="24">Last 2 years, by month</option></select><button id="read" class="primary">Read the history</button><span class="muted">Reads the documents of earlier commits with git.</span></p>
    <p id="reading" class="row" hidden><progress id="progress" aria-label="Reading the history" value="0" max="1"></progress><span id="how-far"></span><button id="cancel">Cancel</button></p>
    <p id="why" class="why" role="status"></p>
  </section>
  <section aria-labelledby="folders-title">
    <h2 id="folders-title">By folder</h2>
    <div id="folders"></div>
  </section>
  <section aria-labelledby="owners-title">
    <h2 id="owners-title">By owner</h2>
    <p class="muted">Open work, and who waits on whom.</p>
    <div id="owners"></div>
  </section>
</main>
`;
