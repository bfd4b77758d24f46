// form-js expects a page although its Validator needs none: the few things it touches while loading.
import './no_console.js';

const nothing = () => undefined;
const element = () => ({
  classList: { add: nothing, remove: nothing },
  style: {},
  appendChild: nothing,
  setAttribute: nothing,
  addEventListener: nothing,
});

globalThis.window ??= globalThis;
globalThis.self ??= globalThis;
globalThis.document ??= { createElement: element, addEventListener: nothing, head: element(), body: element() };
globalThis.navigator ??= { userAgent: '', platform: '', language: 'zh-CN' };
globalThis.HTMLElement ??= class {};
globalThis.Node ??= class {};
globalThis.NodeList ??= class {};
globalThis.HTMLCollection ??= class {};
globalThis.KeyboardEvent ??= class {};
globalThis.setTimeout ??= nothing;
globalThis.clearTimeout ??= nothing;
