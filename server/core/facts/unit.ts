/** 计量单位: what may stand behind a number and make it a quantity. */

/**
 * What a unit measures. `count`: things, people, cases; `money`: 元; `measure`: length, weight, area; `rate`: per cent;
 * `points`: 百分点; `fold`: 倍、番、成; `duration`: 天、小时、年; `ratio`: one unit per another (元/人).
 */
export type UnitKind = 'count' | 'money' | 'measure' | 'rate' | 'points' | 'fold' | 'duration' | 'ratio';

/** A unit found in a text. */
export interface Unit {
  readonly unit: string;
  readonly kind: UnitKind;
  readonly to: number;
}

const LISTS: Readonly<Record<Exclude<UnitKind, 'ratio'>, string>> = {
  count:
    '件 户 家 人 起 宗 项 条 份 张 个 名 期 场 台 套 所 篇 部 类 种 处 次 例 笔 单 座 栋 幢 本 册 辆 艘 架 只 根 头 枚 支 组 位 款 批 卷 则 封 ' +
    '株 棵 对 块 片 间 门 床 口 尾 羽 盏 列 节 课 堂 轮 副 幅 面 眼 人份 标箱 班 片区 人日 宗次 件套 床位 张床位 环节 方面 大类 小类 村 镇 车次 剂次 机次 店次 具 樘 幕 大',
  money: '元 美元 港元 欧元 元人民币 块钱',
  measure:
    '吨 亩 公里 千米 米 平方米 平方公里 立方米 公顷 千瓦 千瓦时 度 升 毫升 公斤 千克 克 毫克 微克 平米 厘米 毫米 吨标准煤 方 标准立方米 摄氏度 海里 兆瓦 吉瓦 微米 纳米 车公里 人公里 吨公里 斤 里 担 分 ㎡ km kg MW kW GW kWh',
  rate: '% ％ ‰',
  points: '个百分点 百分点',
  fold: '倍 番 成',
  duration: '天 小时 分钟 秒 年 周年 个月 个工作日 工作日 周 个小时 学时 课时 个学时 日内 季度 个季度 年度 岁 周岁',
};

/** By the code of their first character. */
const units = new Map<number, { readonly unit: string; readonly kind: UnitKind }[]>();
for (const kind of Object.keys(LISTS) as (keyof typeof LISTS)[]) {
  for (const unit of LISTS[kind].split(' ')) {
    const list = units.get(unit.charCodeAt(0));
    if (list) list.push({ unit, kind });
    else units.set(unit.charCodeAt(0), [{ unit, kind }]);
  }
}
for (const list of units.values()) list.sort((a, b) => b.unit.length - a.unit.length);

/** A unit directly followed by one of these is part of a word: 分之、年级、天然气、成立、里程、度假. `次` makes a unit of times. */
const WORDS: Readonly<Record<string, string>> = {
  大: '会队学厦型小众道桥坝气数于家人',
  年: '级轻代',
  分: '别之钟局类为支散析管布工中公组享担成阶步期片拨会署步辨母数清明包层流',
  天: '然',
  成: '为立效果功员交长都',
  里: '程',
  度: '假',
  部: '门署',
  方: '案式便',
  条: '例',
  家: '庭',
  组: '织',
  元: '旦',
  处: '罚理置',
  周: '边',
  秒: '杀',
  本: '级省市区县',
};

/** Units of which the times are counted: 人次 is visits, not people. 9条次干道 is no 条次. */
const TIMES = [
  '人',
  '户',
  '家',
  '件',
  '批',
  '场',
  '台',
  '架',
  '班',
  '车',
  '辆',
  '艘',
  '所',
  '例',
  '宗',
  '起',
  '项',
  '名',
  '期',
  '课',
  '店',
  '剂',
  '机',
  '列',
];

/** Reads the unit at `at`. Total, constant time. */
export function readUnit(text: string, at: number): Unit | undefined {
  const list = units.get(text.charCodeAt(at));
  if (!list) return undefined;
  for (const { unit, kind } of list) {
    if (unit.length > 1 && !text.startsWith(unit, at)) continue;
    let to = at + unit.length;
    // 320人⏎次
    if ((text[to] === '\n' || text[to] === '\r') && TIMES.includes(unit)) {
      const behind = text.startsWith('\r\n', to) ? to + 2 : to + 1;
      if (text[behind] === '次') return { unit: `${unit}次`, kind, to: behind + 1 };
    }
    const next = text[to] ?? '';
    if (next === '次' && TIMES.includes(unit) && !'干要级生日年序数品新'.includes(text[to + 1] ?? '。')) {
      to++;
      return ratio(text, at, to, text.slice(at, to), kind);
    }
    const words = unit.length === 1 ? WORDS[unit] : undefined;
    if (words && next !== '' && words.includes(next)) return undefined;
    return ratio(text, at, to, unit, kind);
  }
  return undefined;
}

/** 元/人, 微克/立方米: one unit per another is a quantity of its own kind. */
function ratio(text: string, at: number, to: number, unit: string, kind: UnitKind): Unit {
  if (text[to] === '/' || text[to] === '／') {
    const list = units.get(text.charCodeAt(to + 1));
    const known = list?.find((u) => text.startsWith(u.unit, to + 1));
    if (known) return { unit: text.slice(at, to + 1 + known.unit.length), kind: 'ratio', to: to + 1 + known.unit.length };
    const per = /^[一-鿿A-Za-z]{1,4}/.exec(text.slice(to + 1, to + 5));
    if (per) return { unit: text.slice(at, to + 1 + per[0].length), kind: 'ratio', to: to + 1 + per[0].length };
  }
  return { unit, kind, to };
}
