/** What the parser of the command line says of wrong usage, in Chinese before its English. */
const sentences: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/unknown command '(.+?)'/, (name) => `没有“${name}”这个命令`],
  [/unknown option '(.+?)'/, (name) => `没有“${name}”这个选项`],
  [/missing required argument '(.+?)'/, (name) => `缺少参数 ${name}`],
  [/required option '(.+?)' not specified/, (name) => `必须写明 ${name}`],
  [/option '(.+?)' argument missing/, (name) => `${name} 后面要写值`],
  [/option '(.+?)' argument '(.*?)' is invalid/, (name, value) => `${name} 不能是“${value}”`],
  [/argument value? ?'(.*?)' is invalid for argument '(.+?)'/, (value, name) => `参数 ${name} 不能是“${value}”`],
  [/too many arguments/, () => '参数太多'],
];

/** The same text with a Chinese line before it, where one is known. */
export function inBothLanguages(text: string): string {
  const english = text.replace(/^error: /, '');
  const found = sentences.flatMap(([pattern, say]) => {
    const match = pattern.exec(english);
    return match ? [say(...match.slice(1))] : [];
  });
  const meant = /\(Did you mean (.+?)\?\)/.exec(english)?.[1];
  const chinese = [...found.slice(0, 1), ...(meant === undefined ? [] : [`是不是 ${meant}？`])].join('；');
  return chinese === '' ? english : `${chinese}\n${english}`;
}
