/** Switches the screen between Chinese and English. */
import { switchLanguage, useLanguage, useWords } from './language.ts';
import { partWords } from './partWords.ts';

export function LanguageSwitch({ className = '' }: { readonly className?: string | undefined }) {
  const say = useWords(partWords);
  const language = useLanguage();
  return (
    <button
      type="button"
      className={`plain ${className}`}
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => switchLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {say('language')}
    </button>
  );
}
