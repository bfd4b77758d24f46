// For Python: checks form data against a form-js schema with form-js's own Validator and FEEL.
import './no_page.js';

import { Form, buildExpressionContext, hasEqualValue, runExpressionEvaluation } from '@bpmn-io/form-js-viewer';

import { inner, isObject, merge } from './objects.js';
import { fromFormJs, problem } from './problems.js';
import { wrongType } from './value_types.js';

/**
 * [{key, label, code, message}] for `data` (what a person sent) against `schema`.
 *
 * context: variables the form may read but that nobody fills in (options by valuesKey, conditions,
 * read-only values). A field in the second row of a list has the key "list.1.field".
 */
function validateForm(schema, data, language, context) {
  const form = new Form();
  form.get('importer').importSchema(schema);
  const registry = form.get('formFieldRegistry');
  const work = {
    language,
    problems: [],
    types: form.get('formFields'),
    validator: form.get('validator'),
    feel: form.get('expressionLanguage'),
    conditions: form.get('conditionChecker'),
  };
  if (!isObject(data)) return [{ key: '', label: '', ...problem('not_an_object', language) }];
  // Conditions see empty fields as the page has them, but no default that was not sent.
  for (const field of registry.getAll()) delete field.defaultValue;
  // A copy: form-js puts values right that it cannot show, also those within rows.
  work.everything = form._getInitializedFieldData(JSON.parse(JSON.stringify(merge(context, data))));
  const known = {};
  const scope = { sent: data, given: context, known, prefix: '', rows: [], this: work.everything, parent: null };
  visit(registry.getForm().components ?? [], scope, false, work);
  reportUnknown(data, known, '', work);
  return work.problems;
}

/**
 * Checks `components`. scope: `sent` and `given`, the objects that hold their values; `known`, where to
 * note which keys the form has (a row's shape as a list of one); `prefix` of their keys; and what FEEL
 * calls `this`, `parent` and `i` (rows).
 */
function visit(components, scope, hiddenAbove, work) {
  const info = { this: scope.this, parent: scope.parent, i: scope.rows, data: work.everything };
  for (const field of components) {
    const hide = field.conditional?.hide;
    const hidden = hiddenAbove
      || Boolean(hide && work.conditions.check(hide, buildExpressionContext(info)) === true);
    if (field.type === 'dynamiclist') visitRows(field, scope, hidden, work);
    else if (field.components) visit(field.components, within(field.path, scope), hidden, work);
    else if (work.types.get(field.type).config.keyed && field.key) {
      const names = field.key.split('.');
      const last = names.pop();
      const place = within(names.join('.'), scope);
      place.known[last] = true;
      check(field, { value: place.sent?.[last], given: place.given?.[last], key: place.prefix + last }, hidden, info, work);
    }
  }
}

/** The scope below the dotted `path`. */
function within(path, scope) {
  const names = path ? path.split('.') : [];
  return names.reduce((outer, name) => ({
    ...outer,
    sent: outer.sent?.[name],
    given: outer.given?.[name],
    known: inner(outer.known, name),
    prefix: `${outer.prefix}${name}.`,
  }), scope);
}

function visitRows(field, scope, hidden, work) {
  const names = field.path.split('.');
  const last = names.pop();
  const place = within(names.join('.'), scope);
  const shape = {};
  place.known[last] = [shape];
  const silent = { ...work, problems: [] }; // only to learn the keys, also of a list without rows
  visit(field.components ?? [], { ...place, sent: {}, given: {}, known: shape }, true, silent);
  const rows = place.sent?.[last];
  const key = place.prefix + last;
  if (rows === undefined || rows === null) return;
  if (hidden) {
    if (rows.length !== 0) report(field, key, 'hidden_field', work);
  } else if (!Array.isArray(rows)) {
    report(field, key, 'not_a_list', work);
  } else {
    rows.forEach((row, index) => {
      const deeper = { sent: row, given: place.given?.[last]?.[index], known: {}, prefix: `${key}.${index}.` };
      const feel = { rows: [...scope.rows, index + 1], this: row, parent: scope.this };
      if (isObject(row)) visit(field.components ?? [], { ...deeper, ...feel }, false, work);
      else report(field, `${key}.${index}`, 'not_an_object', work);
    });
  }
}

function check(field, { value, given, key }, hidden, info, work) {
  const unset = value === undefined || value === null;
  const empty = unset || value === '' || value.length === 0;
  const evaluate = (expression) => runExpressionEvaluation(work.feel, expression, info);
  if (hidden) {
    if (!empty && value !== false) report(field, key, 'hidden_field', work);
    return;
  }
  const same = value === undefined || (given !== undefined && hasEqualValue(value, [given]));
  if (field.disabled) {
    if (!empty && !same) report(field, key, 'disabled_field', work);
    return;
  }
  if (evaluate(field.readonly) === true && given !== undefined) {
    if (!same) report(field, key, 'readonly_changed', work);
    return;
  }
  const code = unset ? null : wrongType(field, value, { evaluate, everything: work.everything });
  if (code) {
    report(field, key, code, work);
    return;
  }
  for (const text of work.validator.validateFieldInstance({ id: field.id, expressionContextInfo: info }, value)) {
    work.problems.push({ key, label: labelOf(field, key), ...fromFormJs(text, work.language) });
  }
}

function reportUnknown(sent, known, prefix, work) {
  for (const [name, value] of Object.entries(sent)) {
    const key = prefix + name;
    const place = Object.hasOwn(known, name) ? known[name] : undefined;
    if (place === undefined) {
      report({}, key, 'unknown_key', work);
    } else if (Array.isArray(place)) {
      const rows = Array.isArray(value) ? value : [];
      rows.forEach((row, index) => isObject(row) && reportUnknown(row, place[0], `${key}.${index}.`, work));
    } else if (isObject(place)) {
      if (isObject(value)) reportUnknown(value, place, `${key}.`, work);
      else if (value !== null) report({}, key, 'not_an_object', work);
    }
  }
}

function report(field, key, code, work) {
  work.problems.push({ key, label: labelOf(field, key), ...problem(code, work.language) });
}

function labelOf(field, key) {
  const label = field.label || field.dateLabel || field.timeLabel || key;
  return label.startsWith('=') ? key : label;
}

globalThis.validateForm = validateForm;
