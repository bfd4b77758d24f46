// window.htmx: pages load out/htmx.js.
import htmx from 'htmx.org';

globalThis.htmx = htmx;
