import { Button, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Rule } from '../../api/plans';
import { useWords } from '../../i18n';
import { Empty } from '../../ui/states';
import { RuleEditor } from './RuleEditor';
import { blank } from './schema';
import { useNames } from './useNames';
import s from './plans.module.css';

const AT_ONCE = 100;

/** The events of a plan beside the one that is being written; which one stands in the address. */
export function RulesEditor({ rules, set, rest, fault }: { rules: Rule[]; set: (step: (rules: Rule[]) => Rule[], tag?: string) => void; rest: () => void; fault: (path: string) => string | undefined }) {
  const { t, num } = useWords();
  const names = useNames();
  const { n: at = 0 } = useSearch({ strict: false }) as { n?: number };
  const navigate = useNavigate();
  const [word, setWord] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const go = (to: number) => void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, n: to }), replace: true, resetScroll: false } as never);
  const asked = word.trim().toLowerCase();
  const found = rules.map((rule, i) => ({ rule, i })).filter(({ rule }) => asked === '' || `${names.rule(rule)} ${names.meaning(rule)}`.toLowerCase().includes(asked));
  const here = Math.min(at, rules.length - 1);
  const rule = rules[here];
  const add = () => {
    set((old) => [...old, { call: 'track', event: '', schema: blank('track') }]);
    setWord('');
    go(rules.length);
  };
  return (
    <div className={s.editor}>
      <div className={s.rules}>
        <div className={s.search}>
          {rules.length > 8 && <TextInput size="xs" aria-label={t('plans.find')} placeholder={t('plans.find')} value={word} onChange={(event) => setWord(event.currentTarget.value)} />}
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('plans.addRule')}
          </Button>
        </div>
        <ul className={s.list} aria-label={t('plans.rules')}>
          {found.slice(0, most).map(({ rule: each, i }) => (
            <li key={i}>
              <button type="button" className={s.rule} aria-current={i === here} data-wrong={fault(`/rules/${i}`) !== undefined} onClick={() => go(i)}>
                <span>
                  {names.rule(each)}
                  {each.version !== undefined && ` v${each.version}`}
                </span>
                {names.meaning(each) && <small>{names.meaning(each)}</small>}
              </button>
            </li>
          ))}
          {found.length > most && (
            <li>
              <Button size="xs" variant="subtle" onClick={() => setMost(most + AT_ONCE)}>
                {t('plans.moreRules', { n: num(found.length - most) })}
              </Button>
            </li>
          )}
          {asked !== '' && found.length === 0 && <li className={s.note}>{t('plans.notFound')}</li>}
        </ul>
      </div>
      {rule === undefined ? (
        <Empty title={t('plans.noRules')} text={t('plans.noRulesMore')} />
      ) : (
        <RuleEditor
          key={here}
          rule={rule}
          path={`/rules/${here}`}
          set={(next, tag) => set((old) => old.map((each, i) => (i === here ? next(each) : each)), tag === undefined ? undefined : `${here} ${tag}`)}
          rest={rest}
          fault={fault}
          copy={(version) => {
            set((old) => [...old.slice(0, here + 1), { ...rule, version }, ...old.slice(here + 1)]);
            go(here + 1);
          }}
          remove={() => {
            set((old) => old.filter((_, i) => i !== here));
            go(Math.max(0, here - 1));
          }}
        />
      )}
    </div>
  );
}
