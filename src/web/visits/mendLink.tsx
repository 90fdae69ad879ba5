/** Opens the page on which a refused answer is mended. */
import { Link } from '@tanstack/react-router';
import { useWords } from '../parts/language.ts';
import { visitWords } from './visitWords.ts';

export function MendLink({ id }: { readonly id: number }) {
  const say = useWords(visitWords);
  return (
    <Link className="button primary" to="/visits/answers/$id" params={{ id: String(id) }} preload={false}>
      {say('mend')}
    </Link>
  );
}
