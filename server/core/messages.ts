/** Words for people: templates in the two languages of the product, and filling them. */

/** The languages of the product. */
export type Locale = 'zh-cn' | 'en';

/** One template in both languages. `{name}` stands for the argument of that name. */
export type Message = Readonly<Record<Locale, string>>;

/** Templates by id. */
export type Messages = Readonly<Record<string, Message>>;

/** A template named by its id, with its own arguments. */
export interface MessageRef {
  readonly message: string;
  readonly args?: Args;
}

/** What fills a `{name}`: plain text from the report, a number, another template, or a list of them. */
export type Arg = string | number | MessageRef | readonly (string | MessageRef)[];

/** Arguments by name. */
export type Args = Readonly<Record<string, Arg>>;

const LIST: Message = { 'zh-cn': '、', en: ', ' };

/**
 * Fills a template. A list is joined with 、 or a comma; a name without an argument stays as it stands, so that a
 * mistake is seen and nothing is lost.
 *
 * @param messages where templates named by arguments are found
 */
export function fill(template: Message, args: Args | undefined, locale: Locale, messages: Messages): string {
  return template[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const arg = args?.[name];
    return arg === undefined ? whole : words(arg, locale, messages);
  });
}

function words(arg: Arg, locale: Locale, messages: Messages): string {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return String(arg);
  if (isList(arg)) return arg.map((a) => words(a, locale, messages)).join(LIST[locale]);
  const template = messages[arg.message];
  return template ? fill(template, arg.args, locale, messages) : arg.message;
}

function isList(arg: Arg): arg is readonly (string | MessageRef)[] {
  return Array.isArray(arg);
}
