// window.XinfangDiagram: a diagram one can move and zoom, with the steps of one case marked.
import './diagram.css';

import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';

const FONT = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';

const READABLE = 0.6; // smaller than this, labels cannot be read
const NEAR = 0.8;

/**
 * Show the BPMN `xml` in `container` (which needs a height); an earlier diagram there is replaced.
 *
 * options: activeIds: steps where the case is now; doneIds: steps it has left; takenFlows: flows it took;
 * counts: {elementId: number} shown as a badge; onClick(elementId). Ids the diagram does not have are
 * passed over (the case may run on another version). The whole diagram is in view; one too wide to be
 * read so starts at the first active step. Returns the viewer (bpmn-js) with fit() and, if there
 * is an active step, focusActive().
 */
async function show(container, xml, options = {}) {
  container.xinfangViewer?.destroy();
  const viewer = new NavigatedViewer({
    container,
    textRenderer: { defaultStyle: { fontFamily: FONT }, externalStyle: { fontFamily: FONT } },
  });
  container.xinfangViewer = viewer;
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const known = (ids = []) => ids.map((id) => viewer.get('elementRegistry').get(id)).filter(Boolean);
  const isPhase = (element) => element.type === 'bpmn:SubProcess' && !element.collapsed;
  const active = known(options.activeIds);
  for (const flow of known(options.takenFlows)) canvas.addMarker(flow, 'flow-taken');
  for (const step of known(options.doneIds)) canvas.addMarker(step, 'step-done');
  for (const step of active) canvas.addMarker(step, isPhase(step) ? 'phase-active' : 'step-active');
  for (const step of known(Object.keys(options.counts ?? {}))) addBadge(viewer, step, options.counts[step.id]);
  if (options.onClick) viewer.on('element.click', ({ element }) => options.onClick(element.id));

  viewer.fit = () => {
    canvas.zoom('fit-viewport', 'auto');
    if (canvas.zoom() > 1) canvas.zoom(1, 'auto');
  };
  const first = active.find((step) => !isPhase(step)) ?? active[0];
  if (first) viewer.focusActive = () => {
    const [width, height] = [container.clientWidth / NEAR, container.clientHeight / NEAR];
    canvas.viewbox({ x: first.x - width / 3, y: first.y + first.height / 2 - height / 2, width, height });
  };
  viewer.fit();
  if (first && canvas.zoom() < READABLE) viewer.focusActive();
  return viewer;
}

function addBadge(viewer, step, count) {
  const html = Object.assign(document.createElement('span'), { className: 'step-count', textContent: count });
  viewer.get('overlays').add(step, { position: { top: -12, right: 12 }, html });
}

globalThis.XinfangDiagram = { show };
