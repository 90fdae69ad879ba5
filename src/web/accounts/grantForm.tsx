/** Gives a grant: a role that the giver's own roles may give, an area for it, a department where the role asks for one, and dates. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { grantOrder } from '#features/accounts/contract.ts';
import type { z } from 'zod';
import { departmentName } from '../parts/departments.ts';
import { areaName, findAreas, pathTo, placeAbove, useAreas, useOwnAreas } from '../parts/areas.ts';
import { Combobox } from '../parts/combobox.tsx';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMe } from '../parts/me.ts';
import classes from './accountList.module.css';
import { accountListWords } from './accountListWords.ts';
import { rolesQuestion } from './accountQuestions.ts';

interface GrantFormParts {
  readonly isGiving: boolean;
  readonly give: (order: z.input<typeof grantOrder>) => void;
}

/** Areas are filtered by the levels of the role afterwards: enough are found first. */
const mostFound = 1000;
const mostShown = 30;

export function GrantForm({ isGiving, give }: GrantFormParts) {
  const say = useWords(accountListWords);
  const language = useLanguage();
  const me = useMe();
  const { roles, departments } = useSuspenseQuery(rolesQuestion).data;
  const areas = useAreas();
  const own = useOwnAreas();
  const mine = roles.filter(({ code }) => me.grants.some((grant) => grant.role === code));
  // A system administrator may name the first of the other two administrators; the server says when that is over.
  const namesFirst = mine.some(({ code }) => code === 'system_administrator') ? ['security_administrator', 'audit_administrator'] : [];
  const given = roles.filter(({ code }) => namesFirst.includes(code) || mine.some(({ gives }) => gives.includes(code)));
  const [code, setCode] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [department, setDepartment] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const role = given.find((one) => one.code === code);
  const above = new Set(own.flatMap((one) => pathTo(areas, one).map((step) => step.code)));
  const fitting = areas.filter((one) => role?.levels.includes(one.level) && (own.includes(one.code) || !above.has(one.code)));
  const area = fitting.find((one) => one.code === chosen) ?? (fitting.length === 1 ? fitting[0] : undefined);
  return (
    <form
      className={classes.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (area) give({ role: code, area: area.code, department: role?.ofDepartment ? department : null, from: from || undefined, to: to || null });
      }}
    >
      <label>
        {say('role')}
        <select required value={code} onChange={(event) => setCode(event.target.value)}>
          <option value="">{say('choose')}</option>
          {given.map((one) => (
            <option key={one.code} value={one.code}>
              {one[language]}
            </option>
          ))}
        </select>
      </label>
      {role && (
        <div className={classes.field}>
          {say('area')}
          <Combobox
            label={say('area')}
            placeholder={area ? areaName(area, language) : say('choose')}
            none={say('noArea')}
            find={(text) =>
              (text === '' ? fitting : findAreas(areas, text, mostFound, own).filter(({ level }) => role.levels.includes(level)))
                .slice(0, mostShown)
                .map((found) => ({
                  key: found.code,
                  title: areaName(found, language),
                  where: placeAbove(areas, found, language),
                  open: () => setChosen(found.code),
                }))
            }
          />
        </div>
      )}
      {role?.ofDepartment && (
        <label>
          {say('department')}
          <select required value={department} onChange={(event) => setDepartment(event.target.value)}>
            <option value="">{say('choose')}</option>
            {departments.map((one) => (
              <option key={one} value={one}>
                {departmentName(one, language)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {say('from')}
        <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        {say('to')}
        <input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </label>
      <button type="submit" className="primary" disabled={isGiving || !area}>
        {say('give')}
      </button>
    </form>
  );
}
