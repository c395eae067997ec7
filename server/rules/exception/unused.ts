/**
 * 例外已失效：指令关闭的规则在该处没有问题，或者指令本身有误（没有这条规则、认不出的指令）。
 *
 * Only the service knows what a directive has silenced, so it makes these findings itself (`Report`); the check has
 * nothing to say.
 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'exception/unused',
  view: 'block',
  reads: ['directive'],
  severity: 'hint',
  certainty: 'certain',
  basis: [],
  messages: {
    what: { 'zh-cn': '例外已经不起作用，或者写法有误。', en: 'An exception has no effect any more, or is miswritten.' },
    why: {
      'zh-cn': '失效的例外留在文中，日后同一处再出问题时会被它遮住；写错的例外则从来没有起作用。',
      en: 'A dead exception hides the next mistake at its place; a miswritten one never worked.',
    },
    todo: { 'zh-cn': '删去该指令，或者按提示更正。', en: 'Remove the directive, or mend it.' },
    unused: { 'zh-cn': '“{rule}”在此处没有问题，这条例外已经不起作用', en: '“{rule}” finds nothing here; this exception has no effect' },
    unusedAll: {
      'zh-cn': '下一段没有问题，这条例外已经不起作用',
      en: 'Nothing is found in the next paragraph; this exception has no effect',
    },
    unknownRule: {
      'zh-cn': '没有“{rule}”这条规则或这一类规则，这条例外不起作用',
      en: 'There is no rule or family “{rule}”; this exception has no effect',
    },
    unknownRuleMeant: { 'zh-cn': '没有“{rule}”这条规则，是否指“{meant}”？', en: 'There is no rule “{rule}”. Did you mean “{meant}”?' },
    unknownWord: {
      'zh-cn': '认不出指令“{word}”，可写 off、off-next、on、profile=…、year=…',
      en: 'There is no directive “{word}”; use off, off-next, on, profile=…, year=…',
    },
    remove: { 'zh-cn': '删去这条指令', en: 'Remove the directive' },
    replace: { 'zh-cn': '改为“{meant}”', en: 'Change to “{meant}”' },
  },
  *check() {
    yield* [];
  },
});

export const examples: readonly Example[] = [
  {
    wrong:
      '关于云河区执法监督工作情况的报告\n\n<!-- gongwen: off-next ⟦figure/sum⟧ -- 合计含上年结转 -->\n查处案件120件，其中食品类70件、药品类50件。\n',
    fixed: '关于云河区执法监督工作情况的报告\n\n查处案件120件，其中食品类70件、药品类50件。\n',
    note: '问题已经改正，例外应当一并删去。',
  },
  {
    wrong:
      '关于云河区执法监督工作情况的报告\n\n<!-- gongwen: off ⟦figure/sun⟧ -- 合计含上年结转 -->\n查处案件120件，其中食品类70件、药品类60件。\n',
    fixed:
      '关于云河区执法监督工作情况的报告\n\n<!-- gongwen: off figure/sum -- 合计含上年结转 -->\n查处案件120件，其中食品类70件、药品类60件。\n',
    note: '规则名写错，例外从未起作用。',
  },
  {
    right:
      '关于云河区执法监督工作情况的报告\n\n<!-- gongwen: off-next figure/sum -- 合计含上年结转 -->\n查处案件120件，其中食品类70件、药品类60件。\n',
  },
  {
    right: '关于云河区执法监督工作情况的报告\n\n<!-- gongwen: off -->\n引用原文如下。\n<!-- gongwen: on -->\n',
    note: '未指明规则的 off，是有意不看这一段。',
  },
];
