/** 编码不对：文件按错误的编码打开，文字成了“�”。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'format/encoding',
  view: 'tally',
  counters: ['replacement'],
  severity: 'warning',
  certainty: 'likely',
  basis: [{ level: 'practice', title: '文字录入和校对通行做法', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '文件里有许多“�”，多半是 GB18030（GBK）编码的文件按 UTF-8 打开了。',
      en: 'The file is full of “�”: most likely a GB18030 (GBK) file opened as UTF-8.',
    },
    why: {
      'zh-cn': '此时保存，原来的文字就找不回来了；编码改正之前不作其他检查。',
      en: 'Saving it now loses the words for good; nothing else is checked until the encoding is right.',
    },
    todo: {
      'zh-cn': '不要保存。点右下角的“UTF-8”，选“通过编码重新打开”，再选 GB18030。',
      en: 'Do not save. Click “UTF-8” in the status bar, choose “Reopen with Encoding”, then GB18030.',
    },
    found: {
      'zh-cn': '有{count}个字符无法识别，文件编码可能不对：不要保存，点右下角“UTF-8”，选“通过编码重新打开”→ GB18030',
      en: '{count} characters cannot be read; the encoding is probably wrong: do not save, click “UTF-8” in the status bar, “Reopen with Encoding” → GB18030',
    },
  },
  *check(view) {
    const count = view.count('replacement');
    const block = view.first('replacement');
    // One or two may have been copied in; they are not the file's encoding.
    if (count < 20 || !block) return;
    const from = block.text.indexOf('\ufffd');
    yield { at: { block, span: { from, to: from + 1 } }, message: 'found', args: { count } };
  },
});

export const examples: Example[] = [
  {
    wrong:
      '⟦\ufffd⟧\ufffd\ufffd˾\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd2025\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\n\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    note: '全文只提示一次。',
  },
  { right: '原件有一字漫漶\ufffd，已向承办单位核实。', note: '个别无法识别的字不是编码问题。' },
];
