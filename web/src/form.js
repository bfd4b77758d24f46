// window.XinfangForm: shows a form-js form in Chinese (or English) and hands back what was filled in.
import './form.css';

import { Form } from '@bpmn-io/form-js-viewer';
import { Mandarin } from 'flatpickr/dist/l10n/zh.js';

import { begin, faultsIn, focusFirst } from './form_faults.js';
import { insertInto } from './form_insert.js';
import { fromFormJs } from './problems.js';

// Importing it registers the calendar's locale "zh"; it lacks the names of its two controls.
Object.assign(Mandarin, { monthAriaLabel: '月份', yearAriaLabel: '年份' });

/** Says form-js's errors in the language of the page. */
function translateErrors(validator) {
  const validate = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (...field) =>
    validate(...field).map((text) => fromFormJs(text, globalThis.xinfangLanguage).message);
}
translateErrors.$inject = ['validator'];

const language = { __init__: ['translateErrors'], translateErrors: ['type', translateErrors] };

/**
 * Show `schema` in `container`, filled with `data`.
 *
 * options: onSubmit(data) is called only when nothing is wrong, else onInvalid(faults) (see
 * form_faults.js), or the first fault gets the focus; onChange(data); readOnly: true shows only;
 * language: "zh" (default: <html lang>) or "en". Returns the form: submit(), destroy().
 */
async function show(container, schema, data = {}, options = {}) {
  const wanted = options.language ?? document.documentElement.lang;
  globalThis.xinfangLanguage = wanted.startsWith('en') ? 'en' : 'zh';
  const form = new Form({
    container,
    additionalModules: [language],
    properties: { readOnly: options.readOnly ?? false },
  });
  await form.importSchema(schema, data);
  form.on('submit', (event) => {
    if (Object.keys(event.errors).length === 0) {
      options.onSubmit?.(event.data);
      return;
    }
    onceDrawn(() => {
      if (options.onInvalid) options.onInvalid(faultsIn(container));
      else focusFirst(container, '.fjs-has-errors');
    });
  });
  form.on('changed', (event) => options.onChange?.(event.data));
  return form;
}

/**
 * Say what the server found wrong beside the fields concerned, until they are changed.
 *
 * problems: [{key, message}]; keys the form does not have are passed over. onMarked(faults) is told
 * the fields once they are marked; without it the first one gets the focus.
 */
function mark(form, problems, onMarked) {
  const fields = form.get('formFieldRegistry').getAll();
  const errors = {};
  for (const { key, message } of problems) {
    const field = fields.find((one) => one.key === key);
    if (field) errors[field.id] = [...(errors[field.id] ?? []), message];
  }
  if (Object.keys(errors).length === 0) {
    onMarked?.([]);
    return;
  }
  form._setState({ errors });
  const container = form._container;
  onceDrawn(() => {
    if (onMarked) onMarked(faultsIn(container));
    else focusFirst(container, '.fjs-has-errors');
  });
}

// Errors are in the page a moment after they are set; a hidden tab has no animation frames.
function onceDrawn(then) {
  setTimeout(then, 20);
}

globalThis.XinfangForm = { show, mark, begin, insertInto };
