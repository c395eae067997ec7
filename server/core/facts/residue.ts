/**
 * What a web page leaves in a text that was copied from it: the navigation bar, the breadcrumb, 返回顶部, 字体：大 中 小 …
 *
 * Only whole lines are residue. The line with source and date (来源：… 发布日期：…) harms nobody and is not among it; nor is
 * a line of spaced words (目录, several 署名, a table) unless words that only a site uses stand in it.
 */
import type { Span } from '../text';
import type { Scan } from './scan';

/** A line of a page's furniture. Sample: `首页 政务公开 互动交流` */
export interface WebResidue {
  readonly span: Span;
  readonly kind: 'navigation' | 'breadcrumb' | 'control';
  /** The words are known in full, so that nothing of the report can be among them. */
  readonly exact: boolean;
}

const NONE: readonly WebResidue[] = Object.freeze([]);

/** No furniture is longer. */
const LONGEST = 160;

/** Reads the residue that a line is, if it is. */
export function readWebResidue(s: Scan): readonly WebResidue[] {
  const { text } = s;
  if (text.length > LONGEST * 2) return NONE;
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (to - from < 2 || to - from > LONGEST || text.includes('\n') || text.includes('。') || text[from] === '|') return NONE;
  const line = text.slice(from, to);
  const found = readControl(line) ?? readBreadcrumb(line) ?? readNavigation(line);
  return found ? [{ span: { from, to }, ...found }] : NONE;
}

type Found = Pick<WebResidue, 'kind' | 'exact'>;

/** The words of buttons. A line of nothing but these is a row of buttons. */
const BUTTONS =
  '返回顶部|回到顶部|回顶部|置顶|返回首页|返回上一页|返回上级|返回列表|返回|关闭窗口|关闭本页|关闭页面|关闭|打印本页|打印此页|打印页面|打印文章|打印|收藏本页|收藏|分享到|分享至|分享|微信|微博|新浪微博|空间|朋友圈|复制链接|字体|字号|文字大小|大|中|小|默认|纠错|我要纠错|推荐|无障碍阅读|长者模式|繁体|简体|语音播报|朗读|扫一扫分享本页|TOP|top';
const ROW = new RegExp(`^(?:(?:${BUTTONS})|[\\s\\u3000\\u00a0:：|｜/\\[\\]［］【】()（）<>＜＞+＋\\-－A])+$`);
/** A line with any other character is no row of buttons. */
const IN_ROW = new Set(`${BUTTONS}:：|｜/[]［］【】()（）<>＜＞+＋-－A`);

function mayBeRow(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (!IN_ROW.has(line[i]) && line[i].trim() !== '') return false;
  return true;
}

/** A row of buttons must hold one of these: 中 or 返回 alone is too little. */
const SURE =
  /返回顶部|回到顶部|回顶部|返回首页|返回上一页|返回列表|关闭窗口|关闭本页|关闭页面|打印|收藏本页|分享[到至]|分享本页|复制链接|字[体号][\s\u3000]*[:：]|文字大小|我要纠错|长者模式|无障碍阅读|语音播报|^[\[【]?(?:关闭|TOP)[\]】]?$/;
/** Lines that begin with these are furniture, whatever follows. */
const LABEL =
  /^(?:扫一扫(?:$|[：:\s]|(?:在|用|分享|关注|打开|下载)?[^，。；]{0,8}(?:手机|微信|二维码|当前页|本页))|用?手机(?:微信)?扫一扫|上一[篇条页][\s\u3000]*[：:]|下一[篇条页][\s\u3000]*[：:]|(?:浏览|阅读|点击|访问)(?:次数|量|数)[\s\u3000]*[：:](?:[\s\u3000]*\d+)?[\s\u3000]*次?$|版权所有[：:©\s]|Copyright\s|[^，。；]{0,12}ICP备\d+号|[^，。；]{0,6}公网安备[\s\u3000]*\d+号|网站地图[\s\u3000|｜]|分享到[：:]|打印本页)/;

function readControl(line: string): Found | undefined {
  if (line.length <= 60 && mayBeRow(line) && ROW.test(line) && (SURE.test(line) || offersSizes(line)))
    return { kind: 'control', exact: true };
  return LABEL.test(line) ? { kind: 'control', exact: /^扫一扫[^：:]{0,16}$/.test(line) } : undefined;
}

/** 大 中 小, the sizes of type, in order. */
function offersSizes(line: string): boolean {
  // Without 字体 or brackets around them these are the head of a table.
  if (!/字|[【[]/.test(line)) return false;
  const large = line.indexOf('大');
  const medium = line.indexOf('中', large + 1);
  return large >= 0 && medium > 0 && line.indexOf('小', medium + 1) > 0;
}

const HERE = /^[\s\u3000【\[]*(?:您|你)?(?:现在|当前|目前)?(?:的|所在)?(?:的)?位置(?:是)?[\s\u3000]*[：:]/;
const STEP = /[>＞›»→]|&gt;|\/|—>/;

function readBreadcrumb(line: string): Found | undefined {
  if (HERE.test(line)) {
    // A place that is an address (位置：云河大道12号) is none of a page.
    return /首页|主页/.test(line) || /[>＞›»]|&gt;/.test(line) ? { kind: 'breadcrumb', exact: false } : undefined;
  }
  if (!/^[\s\u3000]*(?:网站|本站)?(?:首页|主页)[\s\u3000]*/.test(line)) return undefined;
  return STEP.test(line.slice(2, 10)) && !/[，；]/.test(line) ? { kind: 'breadcrumb', exact: false } : undefined;
}

/** Words of a site's navigation bar. */
const SITE_WORDS = new Set(
  '首页 网站首页 主页 政务公开 政务服务 政民互动 互动交流 公众参与 政府信息公开 信息公开 新闻中心 新闻动态 要闻动态 政务动态 工作动态 通知公告 公告公示 办事服务 网上办事 在线办事 便民服务 公共服务 专题专栏 数据开放 数据发布 政府数据 招商引资 投资指南 机构职能 机构概况 机构设置 领导之窗 领导信息 解读回应 政策解读 政策文件 政策法规 回应关切 登录 注册 搜索 站内搜索 无障碍 无障碍浏览 长者模式 关怀版 适老版 简体 繁体 简体版 繁体版 English 移动版 手机版 客户端 微信 微博 网站地图 联系我们 关于我们 市长信箱 区长信箱 县长信箱 领导信箱 在线访谈 民意征集 走进政府 渝快办'.split(
    ' ',
  ),
);

function readNavigation(line: string): Found | undefined {
  if (!/[\s\u3000|｜]/.test(line) || /[，；：,;:]/.test(line)) return undefined;
  const words = line.split(/[\s\u3000|｜]+/).filter(Boolean);
  if (words.length < 3 || words.some((word) => word.length > 8)) return undefined;
  let known = 0;
  for (const word of words) if (SITE_WORDS.has(word)) known++;
  const home = words.includes('首页') || words.includes('网站首页') || words.includes('主页');
  return (home && known >= 2) || (known >= 4 && known * 2 > words.length) ? { kind: 'navigation', exact: false } : undefined;
}
