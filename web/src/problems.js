// What can be wrong with a form field: form-js's English texts as codes, and the words for people.

const PATTERNS = [
  [/^Field is required/, 'required'],
  [/^Value is not a number/, 'not_a_number'],
  [/^Value is expected to be an integer/, 'not_an_integer'],
  [/^Value is expected to have at most (\d+)/, 'too_many_decimals'],
  [/^Please select a valid value, the two nearest valid values are (\S+) and (\S+)\.$/, 'wrong_step'],
  [/^Field must have minimum value of (.*)\.$/, 'below_minimum'],
  [/^Field must have maximum value of (.*)\.$/, 'above_maximum'],
  [/^Field must have minimum length of (.*)\.$/, 'too_short'],
  [/^Field must have maximum length of (.*)\.$/, 'too_long'],
  [/^Field must be a valid {1,2}international phone number/, 'not_a_phone_number'],
  [/^Field must be a valid email/, 'not_an_email'],
  [/^Field must match pattern (.*)\.$/, 'pattern'],
  [/^Date and time must both be entered|^日期和时间须同时填写/, 'date_and_time'],
];

const WORDS = {
  required: ['此项必填。', 'This field is required.'],
  not_a_number: ['请填写数字。', 'Enter a number.'],
  not_an_integer: ['请填写整数。', 'Enter a whole number.'],
  too_many_decimals: ['最多 $1 位小数。', 'At most $1 decimal places.'],
  wrong_step: ['最接近的可填数值是 $1 和 $2。', 'The nearest allowed values are $1 and $2.'],
  below_minimum: ['不得小于 $1。', 'Must not be less than $1.'],
  above_maximum: ['不得大于 $1。', 'Must not be more than $1.'],
  too_short: ['至少填写 $1 个字。', 'At least $1 characters.'],
  too_long: ['最多填写 $1 个字。', 'At most $1 characters.'],
  not_a_phone_number: ['电话号码格式不正确。', 'This is not a phone number.'],
  not_an_email: ['电子邮箱格式不正确。', 'This is not an e-mail address.'],
  pattern: ['格式不正确。', 'The format is not right.'],
  date_and_time: ['日期和时间须同时填写。', 'Enter both date and time.'],
  not_a_text: ['应为文字。', 'Must be text.'],
  not_a_boolean: ['应为是或否。', 'Must be yes or no.'],
  not_a_list: ['应为列表。', 'Must be a list.'],
  not_an_object: ['应为一组填写项。', 'Must be a group of fields.'],
  not_a_date: ['日期或时间格式不正确。', 'This is not a date or time.'],
  not_an_option: ['不在可选范围内。', 'This is not one of the options.'],
  unknown_key: ['表单中没有此项。', 'The form has no such field.'],
  hidden_field: ['按已填内容，此项不适用，不得填写。', 'Does not apply to these answers, so it must be left out.'],
  disabled_field: ['此项不可填写。', 'This field cannot be filled in.'],
  readonly_changed: ['此项只读，不得修改。', 'This field is read-only and must not be changed.'],
};

/** {code, message} for one of our codes; `values` fill $1, $2. A text without code is the form's own. */
export function problem(code, language, values = []) {
  const text = WORDS[code][language === 'en' ? 1 : 0];
  return { code, message: text.replace(/\$(\d)/g, (_, index) => values[index - 1]) };
}

/** {code, message} for an English text of form-js's Validator. */
export function fromFormJs(text, language) {
  for (const [pattern, code] of PATTERNS) {
    const found = pattern.exec(text);
    if (found) return problem(code, language, found.slice(1));
  }
  return { code: 'pattern', message: text }; // the designer's own patternErrorMessage
}
