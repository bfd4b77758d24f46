// form-js has no translation hook: its English words are replaced in the source while bundling.
// A phrase that is not found any more stops the build, so an upgrade cannot lose one silently.

const WORDS = {
  "'Add new'": '添加一项',
  "'Collapse'": '收起',
  '"Browse"': '选择文件',
  "'No files selected'": '未选择文件',
  "'Search'": '搜索',
  "'No results'": '没有匹配项',
  "'All values selected'": '已全部选择',
  "'Date and time must both be entered.'": '日期和时间须同时填写。',
  '"Increment"': '加',
  '"Decrement"': '减',
  '"Remove tag"': '移除',
  '"Skip to search"': '转到搜索',
  '"Nothing to show."': '没有内容。',
  "'Nothing to show.'": '没有内容。',
  '"Previous page"': '上一页',
  '"Next page"': '下一页',
  '"No content to show."': '没有内容。',
  '"External content couldn\'t be loaded."': '外部内容无法加载。',
  '"Powered by bpmn.io"': '由 bpmn.io 提供',
};

// [source, replacement]: words that are not plain literals, and the date format.
const PASSAGES = [
  ["valueLabel || 'Select'", `valueLabel || ${say('Select', '请选择')}`],
  ['`Expand all (${values.length - 1})`', `${say('Expand all', '展开全部')} + \` (\${values.length - 1})\``],
  ['`${files.length} files selected`', `files.length + ' ' + ${say('files selected', '个文件')}`],
  ['`Remove list item ${itemIndex + 1}`', `${say('Remove list item', '移除第')} + ' ' + (itemIndex + 1) + ' ' + ${say('', '项')}`],
  ['`Download ${fileName}`', `${say('Download', '下载')} + ' ' + fileName`],
  ["getLocaleDateFormat(locale = 'default')", "getLocaleDateFormat(locale = 'sv-SE')"], // 2026-03-02
  ["'today' : '01/01/1900'", "'today' : new Date(1900, 0, 1)"],
  ['let config = {\n      allowInput', `let config = {\n      locale: ${say('default', 'zh')},\n      allowInput`],
];

/** JavaScript text that is the English or the Chinese phrase by the page's language. */
function say(english, chinese) {
  return `(globalThis.xinfangLanguage === 'en' ? ${JSON.stringify(english)} : ${JSON.stringify(chinese)})`;
}

/** The source of form-js-viewer with every visible phrase in both languages. */
export function translateViewer(source) {
  const passages = [...PASSAGES];
  for (const [literal, chinese] of Object.entries(WORDS)) {
    passages.push([literal, say(literal.slice(1, -1), chinese)]);
  }
  return passages.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`form-js no longer says ${before}: revise form_words.mjs`);
    return text.replaceAll(before, () => after);
  }, source);
}
