/** Answers the check in words as a person does: reads the numbers, finds which is asked for. */

const digits = '零一二三四五六七八九';
const places = ['第一', '第二', '第三', '第四'];

export function numerals(question: string): string {
  const [, numbers = '', place = ''] = /：(.+)。请写出其中(..)个数/.exec(question) ?? [];
  return String(digits.indexOf(numbers.split('、')[places.indexOf(place)] ?? ''));
}
