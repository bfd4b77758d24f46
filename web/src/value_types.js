// What form-js's Validator leaves to the widgets: is the value of the type the field gives at all?
import { hasEqualValue, sanitizeDateTimePickerValue } from '@bpmn-io/form-js-viewer';

const isText = (value) => (typeof value === 'string' ? null : 'not_a_text');

const TYPES = {
  textfield: (_, value) => isText(value),
  textarea: (_, value) => isText(value),
  filepicker: (_, value) => isText(value),
  checkbox: (_, value) => (typeof value === 'boolean' ? null : 'not_a_boolean'),
  number: (field, value) => {
    const given = field.serializeToString ? /^-?\d+(\.\d+)?$/.test(value) : Number.isFinite(value);
    return given ? null : 'not_a_number';
  },
  datetime: (formField, value) => {
    const read = sanitizeDateTimePickerValue({ formField, value });
    return read === null || !isRealDay(value) ? 'not_a_date' : null;
  },
  select: oneOf,
  radio: oneOf,
  checklist: someOf,
  taglist: someOf,
  expression: (field, value, context) => (
    hasEqualValue(value, [context.evaluate(field.expression)]) ? null : 'readonly_changed'),
};

// The page never sends an empty text for these.
const NEVER_EMPTY_TEXT = new Set(['checkbox', 'checklist', 'taglist']);

/** The code of what is wrong with the type of `value`, or null. `value` is not null. */
export function wrongType(field, value, context) {
  if (value === '' && !NEVER_EMPTY_TEXT.has(field.type)) return null;
  return TYPES[field.type]?.(field, value, context) ?? null;
}

/** JavaScript reads 30 February as 2 March; a time without a day passes. */
function isRealDay(text) {
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  return day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function oneOf(field, value, context) {
  return hasEqualValue(value, options(field, context)) ? null : 'not_an_option';
}

function someOf(field, value, context) {
  if (!Array.isArray(value)) return 'not_a_list';
  const allowed = options(field, context);
  return value.every((one) => hasEqualValue(one, allowed)) ? null : 'not_an_option';
}

/** The values one may choose: listed in the form, in a variable (valuesKey), or computed by FEEL. */
function options(field, { evaluate, everything }) {
  const found = field.valuesExpression
    ? evaluate(field.valuesExpression)
    : field.valuesKey ? everything[field.valuesKey] : field.values;
  return (Array.isArray(found) ? found : []).map((one) => (one !== null && typeof one === 'object' ? one.value : one));
}
