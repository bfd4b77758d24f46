// For Python: Camunda's checks of a form-js schema.
import './no_console.js';

import { lintExpression } from '@bpmn-io/feel-lint';
import { FormLinter } from '@camunda/form-linting/lib/FormLinter.js';

// The newest level the checks know: our own pages render the forms, so it is our form-js that must
// know a component, not the Tasklist of the engine's version.
const LEVEL = { executionPlatform: 'Camunda Cloud', executionPlatformVersion: '8.8.0' };

/** [{id, rule, message, category}] for the parsed form `schema`. */
function lintForm(schema) {
  const found = new FormLinter().lint({ ...schema, ...LEVEL }).filter(({ category }) => category !== 'info');
  return [...found, ...nestedFeel(schema.components)]
    .map(({ id, message, category }) => ({ id: id ?? '', message, category, rule: 'form-linting' }));
}

/** What FormLinter passes over: FEEL in `conditional` and `validate`. */
function nestedFeel(components = []) {
  return components.flatMap((field) => [
    ...Object.entries({ ...field.conditional, ...field.validate })
      .filter(([, text]) => typeof text === 'string' && text.startsWith('='))
      .filter(([, text]) => lintExpression(text.slice(1)).some(({ type }) => type === 'Syntax Error'))
      .map(([name]) => ({ id: field.id, message: `Invalid FEEL expression in <${name}>`, category: 'error' })),
    ...nestedFeel(field.components),
  ]);
}

globalThis.lintForm = lintForm;
