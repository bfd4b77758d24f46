// For Python: lints a BPMN document by bpmnlint's recommended rules and those of Zeebe 8.6.
import './no_console.js';

import { Linter } from 'bpmnlint';
import StaticResolver from 'bpmnlint/lib/resolver/static-resolver.js';
import recommended from 'bpmnlint/config/recommended.js';
import compat from 'bpmnlint-plugin-camunda-compat';
import { BpmnModdle } from 'bpmn-moddle';
import modeler from 'modeler-moddle/resources/modeler.json';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

const PLUGIN = 'bpmnlint-plugin-camunda-compat';
const FOLDERS = new Set(['connector-properties', 'element-type', 'implementation', 'timer']);

class Rules extends StaticResolver {
  resolveRule(pkg, name) {
    // esbuild bundles every file such a pattern can mean; a rule is a file or a folder's index.js.
    if (pkg === PLUGIN && FOLDERS.has(name)) {
      return require(`../node_modules/bpmnlint-plugin-camunda-compat/rules/camunda-cloud/${name}/index.js`);
    }
    if (pkg === PLUGIN) return require(`../node_modules/bpmnlint-plugin-camunda-compat/rules/camunda-cloud/${name}.js`);
    return require(`../node_modules/bpmnlint/rules/${name}.js`);
  }
}

const setup = {
  config: { extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-6'] },
  resolver: new Rules({
    'config:bpmnlint/recommended': recommended,
    [`config:${PLUGIN}/camunda-cloud-8-6`]: compat.configs['camunda-cloud-8-6'],
  }),
};

/** [{id, rule, message, category}] for the BPMN `xml`; a text that is no BPMN gives one `parse-error`. */
async function lint(xml) {
  let parsed;
  try {
    parsed = await new BpmnModdle({ modeler, zeebe }).fromXML(xml);
  } catch (error) {
    return [{ id: '', rule: 'parse-error', message: error.message.split('\n')[0], category: 'error' }];
  }
  const unread = parsed.warnings.map(({ message }) => ({
    id: '', rule: 'parse-error', message: message.split('\n')[0], category: 'error',
  }));
  if (unread.length > 0) return unread; // rules would stumble over what is missing
  // A new linter each time: some rules remember what they have seen.
  const reports = await new Linter(setup).lint(parsed.rootElement);
  return Object.entries(reports).flatMap(([rule, found]) =>
    found.map(({ id, message, category }) => (
      { id: id ?? '', rule: category === 'rule-error' ? category : rule.replace(/^.*\//, ''), message, category })));
}

globalThis.lint = lint;

/** [{rule}]: the names of all rules that are checked. */
globalThis.rules = () => Object.keys({ ...recommended.rules, ...compat.configs['camunda-cloud-8-6'].rules })
  .map((name) => ({ rule: name.replace(/^.*\//, '') }));
