/** Where a command puts the text it has made: on the standard output, or into a file that is not there yet. */
import { fill, type Args, type Locale, type Messages } from '../core/messages';
import { createFile } from '../node/write';
import { visibleArgs } from './visible';
import { reasonOf } from './words';

const WORDS = {
  exists: { 'zh-cn': '{file}：已有这个文件，没有改动。', en: '{file}: there is such a file; left alone.' },
  notWritten: { 'zh-cn': '{file}：写不了（{why}）。', en: '{file}: cannot be written ({why}).' },
  written: { 'zh-cn': '已写出 {file}', en: 'Wrote {file}' },
} as const satisfies Messages;

/** Writes the text. Returns the exit code: 0, or 2 where the file is there already or cannot be written. */
export function putOut(
  file: string | undefined,
  text: string,
  streams: { out(text: string): void; err(text: string): void },
  locale: Locale,
): number {
  if (file === undefined) {
    streams.out(text.replace(/\r?\n$/, ''));
    return 0;
  }
  const say = (word: keyof typeof WORDS, args: Args) => streams.err(fill(WORDS[word], visibleArgs(args), locale, WORDS));
  try {
    createFile(file, text);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === 'EEXIST') say('exists', { file });
    else say('notWritten', { file, why: reasonOf(message, locale) });
    return 2;
  }
  say('written', { file });
  return 0;
}
