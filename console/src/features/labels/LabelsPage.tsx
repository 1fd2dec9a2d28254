import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { labels, type Label, type Labels } from '../../api/labels';
import { purposes } from '../../api/purposes';
import { useWords } from '../../i18n';
import { Card, Page, Tag, type Tone } from '../../ui/layout';
import { Answered, Empty, Failure, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { usePurposeName } from '../trust/usePurposeName';
import d from '../trust/trust.module.css';
import { FieldName } from './FieldName';
import { hiddenFrom, without } from './model';
import { Proposals } from './Proposals';
import { useSaving } from './useSaving';

const LabelForm = lazy(() => import('./LabelForm'));
const TONES: Record<Label['class'], Tone> = { none: 'ok', personal: 'sky', sensitive: 'warn', special: 'bad' };
const AT_ONCE = 100;

/** Which fields are personal, and which purposes see them; what looks personal and nobody decided; what never reached the disk. */
export function LabelsPage() {
  const { t } = useWords();
  const found = useQuery(labels);
  const [adding, add] = useState(false);
  return (
    <Page
      title={t('labels.title')}
      lead={t('labels.lead')}
      actions={
        found.data &&
        !adding && (
          <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => add(true)}>
            {t('labels.add')}
          </Button>
        )
      }
    >
      <Answered query={found} rows={8}>
        {(saved) => (
          <>
            {adding && (
              <Card title={t('labels.add')}>
                <Suspense fallback={<Loading rows={4} />}>
                  <LabelForm saved={saved} label={{ field: '', class: 'personal', purposes: [] }} over={() => add(false)} title={t('labels.add')} />
                </Suspense>
              </Card>
            )}
            <Proposals saved={saved} />
            <Known saved={saved} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Known({ saved }: { saved: Labels }) {
  const { t, num, moment } = useWords();
  const { q = '' } = useSearch({ from: '/signed-in/labels' });
  const navigate = useNavigate({ from: '/labels' });
  const [most, setMost] = useState(AT_ONCE);
  const saving = useSaving(saved);
  const word = q.trim().toLowerCase();
  const shown = saved.labels.filter(({ field, note = '' }) => word === '' || `${field} ${note}`.toLowerCase().includes(word));
  return (
    <Card title={t('labels.known')} help={t('labels.knownHelp')} side={saved.version > 0 && saved.savedAt ? t('labels.version', { n: num(saved.version), time: moment(saved.savedAt), author: saved.author ?? '' }) : undefined}>
      <div className={d.pad}>
        <div className={d.fields}>
          <NativeSelect label={t('labels.unlabelled')} description={t('labels.unlabelledHint')} value={saved.unlabelled} disabled={saving.isPending} data={(['shown', 'hidden'] as const).map((value) => ({ value, label: t(`labels.unlabelledAre.${value}`) }))} onChange={(event) => saving.mutate({ next: { labels: saved.labels, unlabelled: event.currentTarget.value === 'hidden' ? 'hidden' : 'shown' }, reason: t('labels.unlabelled') })} />
          {saved.labels.length > 8 && <TextInput label={t('labels.find')} value={q} onChange={(event) => void navigate({ search: (old) => ({ ...old, q: event.currentTarget.value || undefined }), replace: true, resetScroll: false })} />}
        </div>
        {saving.isError && <Failure problem={saving.error} />}
      </div>
      {shown.length === 0 ? (
        <Empty title={t('labels.none')} text={t('labels.noneMore')} />
      ) : (
        <ul aria-label={t('labels.known')}>
          {shown.slice(0, most).map((label) => (
            <One key={label.field} saved={saved} label={label} />
          ))}
        </ul>
      )}
      {shown.length > most && (
        <div className={ui.row}>
          <Button size="xs" variant="default" onClick={() => setMost(most + AT_ONCE)}>
            {t('more')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function One({ saved, label }: { saved: Labels; label: Label }) {
  const { t } = useWords();
  const name = usePurposeName();
  const { data: known = [] } = useQuery(purposes);
  const [editing, edit] = useState(false);
  const saving = useSaving(saved);
  const hidden = hiddenFrom(label, known.filter(({ status }) => status === 'active').map(({ key }) => key));
  const seen = label.class === 'none' ? [] : (label.purposes ?? []);
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <FieldName field={label.field} />
          {label.note && <div className="small">{label.note}</div>}
          {label.class === 'none' ? (
            <div className="small muted">{t('labels.seenByAll')}</div>
          ) : (
            <>
              <div className="small">{seen.length === 0 ? t('labels.seenByNone') : t('labels.seen', { list: seen.map(name).join(', ') })}</div>
              {seen.length > 0 && hidden.length > 0 && <div className="small muted">{t('labels.hidden', { list: hidden.map(name).join(', ') })}</div>}
            </>
          )}
        </div>
        <span className={d.side}>
          <Tag tone={TONES[label.class]}>{t(`labels.classes.${label.class}`)}</Tag>
          <button type="button" className={ui.textButton} aria-expanded={editing} aria-label={`${label.field}: ${t('labels.edit')}`} onClick={() => edit(!editing)}>
            {t('labels.edit')}
          </button>
          <button type="button" className={ui.textButton} aria-label={`${label.field}: ${t('labels.remove')}`} disabled={saving.isPending} onClick={() => saving.mutate({ next: without(saved, label.field), reason: t('labels.removed', { name: label.field }) })}>
            {t('labels.remove')}
          </button>
        </span>
      </div>
      {saving.isError && <Failure problem={saving.error} />}
      {editing && (
        <Suspense fallback={<Loading rows={4} />}>
          <LabelForm saved={saved} label={label} over={() => edit(false)} title={`${label.field}: ${t('labels.edit')}`} />
        </Suspense>
      )}
    </li>
  );
}
