/** Kinds of notices to choose from, by what they are about. */
import type { NoticeGroup } from '#catalog/notices/noticeGroups.ts';
import classes from './kindChoices.module.css';
import { useLanguage } from './language.ts';

interface KindChoicesParts {
  readonly groups: readonly NoticeGroup[];
  readonly isChosen: (name: string) => boolean;
}

/** Checkboxes named `kinds`. */
export function KindChoices({ groups, isChosen }: KindChoicesParts) {
  const language = useLanguage();
  return groups.map((group) => (
    <fieldset key={group.en} className={classes.group}>
      <legend>{group[language]}</legend>
      {group.kinds.map(({ name, kind }) => (
        <label key={name}>
          <input type="checkbox" name="kinds" value={name} defaultChecked={isChosen(name)} />
          {kind[language]}
        </label>
      ))}
    </fieldset>
  ));
}
