/** The words around a number that make it an approximate one: 余, 近, 约, 超, 不足, 以上, 以内. */

/** How the words around a number bound it: 余/多, 近, 约/左右, 超/逾/突破, 以上/不少于, 不足/不到, 以下/以内, 3～5. */
export type Bound = 'none' | 'remainder' | 'near' | 'about' | 'over' | 'at-least' | 'under' | 'at-most' | 'range';

/** 余 or 多 behind a number: not in 多次, 多个 after a word. */
export function isRemainder(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c === 0x4f59 || c === 0x591a || (c === 0x6765 && at > 0 && '十百千万'.includes(text[at - 1])); // 余多来
}

/** 左右、上下、以上、以下、以内 behind the unit. */
export function boundBehind(text: string, at: number): Bound {
  switch (text.charCodeAt(at)) {
    case 0x5de6:
      return text.charCodeAt(at + 1) === 0x53f3 ? 'about' : 'none'; // 左右
    case 0x4e0a:
      return text.charCodeAt(at + 1) === 0x4e0b ? 'about' : 'none'; // 上下
    case 0x53ca:
      return text.charCodeAt(at + 1) === 0x4ee5 ? boundBehind(text, at + 1) : 'none'; // 及以上
    case 0x6216:
      return text.charCodeAt(at + 1) === 0x4ee5 ? boundBehind(text, at + 1) : 'none'; // 或以上
    case 0x4ee5: // 以
      switch (text.charCodeAt(at + 1)) {
        case 0x4e0a:
          return 'at-least';
        case 0x4e0b:
        case 0x5185:
          return 'at-most';
      }
      return 'none';
    default:
      return 'none';
  }
}

/** 近、约、超、逾、突破、不足、不到、至少、不少于、不超过 … before the number. */
export function boundBefore(text: string, from: number): Bound {
  const at = from - 1;
  if (at < 0) return 'none';
  const before = at > 0 ? text[at - 1] : '';
  switch (text[at]) {
    case '近':
      return '附最邻靠亲临远相接'.includes(before) && before !== '' ? 'none' : 'near';
    case '约':
      return before !== '' && '节预合签违公契制履邀特条订续集简解'.includes(before) ? 'none' : 'about';
    case '概':
      return before === '大' ? 'about' : 'none';
    case '超':
      return 'over';
    case '逾':
      return 'over';
    case '破':
      return before === '突' ? 'over' : 'none';
    case '足':
      return before === '不' ? 'under' : 'none';
    case '到':
    case '满':
      return before === '不' ? 'under' : 'none';
    case '少':
      return before === '至' ? 'at-least' : 'none';
    case '多':
      return before === '至' || before === '最' ? 'at-most' : 'none';
    case '过':
      return before !== '超' ? 'none' : text[at - 2] === '不' || text[at - 2] === '未' ? 'at-most' : 'over';
    case '于': {
      const not = text[at - 2] === '不';
      if (before === '少' || before === '低' || before === '小') return not ? 'at-least' : 'under';
      if (before === '多' || before === '高' || before === '大') return not ? 'at-most' : 'over';
      return 'none';
    }
    default:
      return 'none';
  }
}
