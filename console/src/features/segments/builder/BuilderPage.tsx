import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IconArrowBackUp, IconArrowForwardUp, IconChevronDown } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Problem } from '../../../api/problem';
import { change, create, preview, segment as one, segments, whyOf, type Segment, type Status, type Version } from '../../../api/segments';
import { NOTHING, vocabulary as words } from '../../../api/vocabulary';
import type { Condition } from '../../../condition/model';
import { parts } from '../../../condition/place';
import { at, isGroup, opened, type GroupNode, type Node } from '../../../condition/tree';
import { useWords } from '../../../i18n';
import { Card, useTitle } from '../../../ui/layout';
import { MenuButton } from '../../../ui/MenuButton';
import { Answered, Failure } from '../../../ui/states';
import { done } from '../../../ui/toast';
import ui from '../../../ui/ui.module.css';
import { AskWhy } from '../AskWhy';
import { PurposePicker, Waterfall } from '../Reach';
import { useSentence } from '../useSentence';
import { BuildingContext } from './context';
import { Describe } from './Describe';
import { readyToDrag } from './drag';
import { Kinds } from './Kinds';
import { Matching, Samples } from './Matching';
import { labelsOf, planOf, usePlan, type Plan } from './state';
import { Group } from './Tree';
import s from './builder.module.css';

/** A new segment; what is written so far stands in the address. */
export function NewSegmentPage() {
  const { c, name, purpose } = useSearch({ from: '/signed-in/segments/new' });
  return <Builder initial={{ condition: c, name }} purpose={purpose} />;
}

/** A segment that there is, in its newest version or an older one. */
export function EditSegmentPage() {
  const { id } = useParams({ from: '/signed-in/segments/$id/edit' });
  const { c, version, purpose } = useSearch({ from: '/signed-in/segments/$id/edit' });
  // What somebody else saves meanwhile does not change what is being written.
  const found = useQuery({ ...one(id), refetchInterval: false, refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 });
  return (
    <Answered query={found} rows={8}>
      {(data) => {
        const from: Version = data.versions.find((each) => each.version === version) ?? data;
        return <Builder key={`${id} ${version ?? ''}`} saved={data} initial={{ name: data.name, folder: data.folder, labels: data.labels, condition: c ?? from.condition }} purpose={purpose} />;
      }}
    </Answered>
  );
}

const PAUSE_MS = 250;
const LONGEST = 6_000;
const ids = (node: Node): string[] => [node.id, ...(isGroup(node) ? node.of.flatMap(ids) : [])];

/** The node that was put in last and still has gaps. */
function useFresh(root: GroupNode, gaps: string[]): string | undefined {
  const seen = useRef<Set<string>>(undefined);
  const last = useRef<string>(undefined);
  return useMemo(() => {
    const all = ids(root);
    const first = seen.current === undefined;
    const added = first ? [] : all.filter((id) => !seen.current!.has(id) && gaps.includes(id));
    seen.current = new Set([...(seen.current ?? []), ...all]);
    if (added.length > 0) last.current = added.at(-1);
    return last.current;
  }, [root, gaps]);
}

function Builder({ saved, initial, purpose }: { saved?: Segment; purpose: string | undefined; initial: { name?: string; folder?: string; labels?: string[]; condition?: Condition } }) {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { plan, whole, set, tree, rest, undo, redo, canUndo, canRedo } = usePlan(() => planOf(initial));
  const { sentence, names } = useSentence();
  const { data: vocabulary = NOTHING } = useQuery(words);
  const [said, announce] = useState('');
  const title = plan.name.trim() || t('builder.new');
  useTitle(title);

  // The count follows what is written once the hand rests.
  const written = JSON.stringify(whole.condition);
  const [rested] = useDebouncedValue(written, PAUSE_MS);
  const asked = useMemo(() => (rested === undefined ? undefined : (JSON.parse(rested) as Condition)), [rested]);
  const found = useQuery(preview(asked, purpose));
  const counts = asked === undefined ? undefined : found.data;
  const counting = whole.condition !== undefined && (found.isFetching || rested !== written);
  // A part's number does not depend on what stands beside it, so it stays while others change or it is moved.
  const known = useRef(new Map<string, number>()).current;
  if (asked !== undefined && found.data && !found.isPlaceholderData) {
    for (const [place, part] of parts(asked)) {
      const n = found.data.perNode[place];
      if (n !== undefined) known.set(JSON.stringify(part), n);
    }
  }
  const byPlace = useMemo(() => new Map(whole.condition === undefined ? [] : parts(whole.condition)), [whole]);
  const refused = found.error instanceof Problem ? found.error.reasons : [];

  // The address is the draft: it can be sent, and stays when the page is loaded again.
  const path = saved ? '/segments/$id/edit' : '/segments/new';
  const untouched = useRef(written);
  useEffect(() => {
    if (rested === untouched.current && plan.name === (initial.name ?? '')) return;
    const c = rested !== undefined && rested.length <= LONGEST ? (JSON.parse(rested) as Condition) : undefined;
    void navigate({ to: path, params: saved ? { id: saved.id } : {}, search: (old: Record<string, unknown>) => ({ ...old, c, ...(saved ? {} : { name: plan.name || undefined }) }), replace: true } as never);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what was written moves the address.
  }, [rested, plan.name]);

  const saving = useMutation({
    mutationFn: async (status: Status | undefined) => {
      const { condition } = whole;
      if (condition === undefined || whole.gaps.length > 0) throw new Problem(422, { code: 'incomplete_condition' });
      const draft = { name: plan.name.trim(), folder: plan.folder.trim(), labels: labelsOf(plan.labels), condition, ...(status ? { status } : {}) };
      return saved ? await change(saved.id, saved.version, draft) : await create({ ...draft, condition });
    },
    onSuccess: async (answer) => {
      await Promise.all([client.invalidateQueries({ queryKey: segments.queryKey }), client.invalidateQueries({ queryKey: ['segment', answer.id] }), client.invalidateQueries({ queryKey: words.queryKey })]);
      done(answer.notices.length > 0 ? t('builder.savedNotices', { list: [...new Set(answer.notices.map(({ found: name }) => name))].join(', ') }) : t('builder.saved'));
      await navigate({ to: '/segments/$id', params: { id: answer.id } });
    },
  });
  const wrong = saving.error instanceof Problem ? saving.error.reasons.map((fault) => ({ ...fault, path: (fault.path ?? '').replace(/^\/condition/, '') })) : [];
  const faults = [...refused, ...wrong];
  const byNode = new Map<string, typeof faults>();
  for (const fault of faults) {
    const id = at(whole.places, fault.path ?? '');
    if (id) byNode.set(id, [...(byNode.get(id) ?? []), fault]);
  }

  const fresh = useFresh(plan.root, whole.gaps);
  const [nameMissing, setNameMissing] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const save = (status: Status | undefined) => {
    const missing = plan.name.trim() === '';
    setNameMissing(missing);
    if (missing) nameField.current?.focus();
    else saving.mutate(status);
  };
  const text = (key: 'folder' | 'labels') => ({ value: plan[key], onChange: (event: React.ChangeEvent<HTMLInputElement>) => { const { value } = event.currentTarget; set((old: Plan) => ({ ...old, [key]: value }), key); }, onBlur: rest });
  const building = {
    root: plan.root, tree, rest, sentence, names, vocabulary, announce, counting, fresh,
    count: (id: string) => {
      const place = whole.places.get(id);
      return place === undefined || whole.condition === undefined ? undefined : known.get(JSON.stringify(byPlace.get(place)));
    },
    people: counts?.of ?? 0,
    faults: (id: string) => (byNode.get(id) ?? []).map(({ code, path: place, found: value }) => ({ code, path: place ?? '', found: value ?? '' })),
    self: saved?.id,
  };
  return (
    <BuildingContext.Provider value={building}>
      <div className={ui.page}>
        <div className={ui.head}>
          <div className={s.title}>
            <p className={s.crumb}>
              <Link to="/segments">{t('segments.title')}</Link>
            </p>
            <h1 className="visually-hidden">{title}</h1>
            <input ref={nameField} className={s.name} value={plan.name} aria-label={t('segments.name')} aria-invalid={nameMissing} aria-describedby={nameMissing ? 'name-missing' : undefined} placeholder={t('builder.nameHint')} maxLength={200} onChange={(event) => { const { value } = event.currentTarget; set((old) => ({ ...old, name: value }), 'name'); }} onBlur={rest} />
            {nameMissing && plan.name.trim() === '' && (
              <p id="name-missing" className={s.fault}>
                {t('builder.nameAsk')}
              </p>
            )}
          </div>
          <div className={ui.acts}>
            <Button variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} disabled={!canUndo} onClick={undo}>
              {t('undo')}
            </Button>
            <Button variant="default" leftSection={<IconArrowForwardUp size={15} aria-hidden />} disabled={!canRedo} onClick={redo}>
              {t('redo')}
            </Button>
            <Button.Group>
              <Button loading={saving.isPending} onClick={() => save(saved ? undefined : 'active')}>
                {t(saved ? 'builder.save' : 'builder.saveActive')}
              </Button>
              {(!saved || saved.status === 'draft') && (
                <MenuButton
                  position="bottom-end"
                  button={(props) => (
                    <Button {...props} px={8} aria-label={t('builder.more')} className={s.split}>
                      <IconChevronDown size={15} aria-hidden />
                    </Button>
                  )}
                  items={[{ key: 'other', label: t(saved ? 'builder.saveActive' : 'builder.saveDraft'), onClick: () => save(saved ? 'active' : 'draft') }]}
                />
              )}
            </Button.Group>
          </div>
        </div>
        {saving.isError && <Failure problem={saving.error} />}
        <Describe use={(condition) => tree(() => opened(condition))} />
        <div className={s.grid} onPointerEnter={readyToDrag}>
          <Kinds />
          <section className={ui.card} aria-label={t('builder.tree')}>
            <Group group={plan.root} depth={0} />
          </section>
          <div className={s.side}>
            <Matching found={counts} counting={counting} problem={found.isError && refused.length === 0 ? found.error : undefined} gaps={whole.gaps.length} again={() => void found.refetch()} />
            <Card title={t('reach.title')} help={t('reach.help')}>
              <div style={{ padding: '12px 16px' }}>
                <PurposePicker value={purpose} choose={(next) => void navigate({ to: path, params: saved ? { id: saved.id } : {}, search: (old: Record<string, unknown>) => ({ ...old, purpose: next }), replace: true } as never)} />
              </div>
              {counts?.reach && counts.reach.purpose === purpose && <Waterfall reach={counts.reach} />}
            </Card>
            <Samples found={counts} failed={found.isError} condition={asked} />
            <AskWhy disabled={asked === undefined} ask={(profile) => client.fetchQuery(whyOf(asked!, profile))} />
            <Card title={t('builder.details')}>
              <div className={s.fields} style={{ padding: 16 }}>
                <TextInput label={t('builder.labels')} description={t('builder.labelsHint')} {...text('labels')} />
                <TextInput label={t('builder.folder')} {...text('folder')} maxLength={200} />
              </div>
            </Card>
          </div>
        </div>
        <div className="visually-hidden" aria-live="assertive">
          {said}
        </div>
      </div>
    </BuildingContext.Provider>
  );
}
