/** Names the 格式要素 from the first and last few blocks. */
import type { Block } from './block';

/** The elements of the form that were found (GB/T 9704—2012, 7). */
export interface Layout {
  /** 标题, one to three lines. */
  readonly title: readonly Block[];
  /** The title's words, its lines joined. Empty where there is none. */
  readonly titleText: string;
  /** 发文字号 standing on its own line above or below the title. */
  readonly documentNumber: Block | undefined;
  /** 主送机关. */
  readonly addressee: Block | undefined;
  /** 附件说明: its first line. */
  readonly attachments: Block | undefined;
  /** 署名. */
  readonly signature: Block | undefined;
  /** 成文日期. */
  readonly issueDate: Block | undefined;
  /** 目录: its first line. */
  readonly contents: Block | undefined;
}
