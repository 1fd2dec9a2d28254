import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconCertificate, IconDownload } from '@tabler/icons-react';
import { certificateOf, erasure, scrub, type Erasure, type PlaceStanding } from '../../api/rights';
import { useWords } from '../../i18n';
import { Card, Figure, Figures, Page, Tag } from '../../ui/layout';
import { Answered } from '../../ui/states';
import { failed } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { short, TONES } from './standing';

/** How far an erasure has come, place by place, and what proves it. */
export function ErasurePage() {
  const { id } = useParams({ from: '/signed-in/erasures/$id' });
  const { t } = useWords();
  const found = useQuery(erasure(id));
  return (
    <Page title={t('erasures.one', { id })} lead={<Link to="/erasures">{t('erasures.title')}</Link>}>
      <Answered query={found} rows={8}>
        {(data) => <Body erasure={data} />}
      </Answered>
    </Page>
  );
}

function Body({ erasure: one }: { erasure: Erasure }) {
  const { t, num, moment, date, language } = useWords();
  const client = useQueryClient();
  const now = useMutation({ mutationFn: () => scrub(one.id), onSuccess: (answer) => client.setQueryData(erasure(one.id).queryKey, answer as Erasure), onError: failed });
  return (
    <>
      <Figures>
        <Figure label={t('erasures.state')} value={<span aria-live="polite">{t(`erasures.states.${one.state}`)}</span>} help={t(`erasures.statesHelp.${one.state}`)} note={t('erasures.events', { n: num(one.events) })} />
        <Figure label={t('erasures.effectiveAt')} value={<Time at={one.effectiveAt} />} help={t('erasures.effectiveAtHelp')} />
        <Figure label={t('erasures.scrubbedAt')} value={<Time at={one.scrubbedAt} />} help={t('erasures.scrubbedAtHelp')} note={one.scrubbedAt ? undefined : t('erasures.due', { time: moment(one.scrubDue) })} />
      </Figures>
      <Card
        title={t('erasures.places')}
        help={t('erasures.placesHelp')}
        side={
          one.state !== 'scrubbed' && (
            <Button size="compact-sm" variant="default" loading={now.isPending} onClick={() => now.mutate()}>
              {t('erasures.scrub')}
            </Button>
          )
        }
      >
        <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('erasures.places')}>
          <table className={ui.table}>
            <thead>
              <tr>
                <th scope="col">{t('erasures.place')}</th>
                <th scope="col" className={ui.r}>
                  {t('erasures.found')}
                </th>
                <th scope="col">{t('erasures.effectiveAt')}</th>
                <th scope="col">{t('erasures.scrubbedAt')}</th>
              </tr>
            </thead>
            <tbody>
              {one.places.map((each) => (
                <Row key={each.place} place={each} />
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      {one.keptByLaw && one.keptByLaw.length > 0 && (
        <Card title={t('erasures.law')} help={t('erasures.lawHelp')}>
          <ul>
            {one.keptByLaw.map((each) => (
              <li key={each.kind} className={ui.row}>
                {t(`lawful.${each.kind}`, { defaultValue: each.kind })}
                <span className={`${ui.end} small muted num`}>{t('erasures.lawKept', { n: num(each.records), time: date(each.until) })}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {one.recipients && one.recipients.length > 0 && (
        <Card title={t('erasures.recipients')} help={t('erasures.recipientsHelp')}>
          <ul>
            {one.recipients.map((each) => (
              <li key={`${each.enricher} ${each.purpose} ${each.recipient} ${each.host}`} className={ui.row}>
                {[each.recipient, each.host].filter(Boolean).join(' · ')}
                <span className={`${ui.end} small muted num`}>{t('erasures.recipientLast', { purpose: each.purpose, time: moment(each.last) })}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('erasures.certificate')} help={t('erasures.certificateHelp')}>
        <div className={d.pad}>
          {one.state !== 'scrubbed' && <p className="small muted">{t('erasures.notYet')}</p>}
          <div className={d.buttons}>
            <a className={`${ui.chip} ${d.link}`} href={certificateOf(one.id, language)} target="_blank" rel="noreferrer">
              <IconCertificate size={14} aria-hidden />
              <span>{t('erasures.open')}</span>
            </a>
            <a className={`${ui.chip} ${d.link}`} href={certificateOf(one.id)} download={`${one.id}.certificate.json`}>
              <IconDownload size={14} aria-hidden />
              <span>{t('erasures.json')}</span>
            </a>
          </div>
        </div>
      </Card>
      <Card title={t('erasures.about')}>
        <dl className={`${d.facts} ${d.pad}`}>
          <dt>{t('erasures.state')}</dt>
          <dd>
            <Tag tone={TONES[one.state]}>{t(`erasures.states.${one.state}`)}</Tag>
          </dd>
          <dt>{t('reason')}</dt>
          <dd>{one.reason}</dd>
          <dt>{t('erasures.author')}</dt>
          <dd>{one.author}</dd>
          <dt>{t('erasures.askedAt')}</dt>
          <dd>{moment(one.askedAt)}</dd>
          <dt>{t('erasures.refuses')}</dt>
          <dd>{t('erasures.refusesMore', { time: moment(one.refusesUntil) })}</dd>
          <dt>{t('erase.kept')}</dt>
          <dd>{t('erase.each', { n: num(one.identifiersKept) })}</dd>
          <dt>{t('erasures.subject')}</dt>
          <dd className="mono">{one.subject}</dd>
          <dt>{t('erasures.hashes', { n: num(one.identifiers.length) })}</dt>
          <dd className="mono">{one.identifiers.map(short).join(', ')}</dd>
        </dl>
      </Card>
    </>
  );
}

function Time({ at }: { at: string | undefined }) {
  const { date, clockFull } = useWords();
  if (!at) return '–';
  return (
    <time dateTime={at}>
      {date(at)} <span className="small">{clockFull(at)}</span>
    </time>
  );
}

function Row({ place: each }: { place: PlaceStanding }) {
  const { t, num } = useWords();
  return (
    <tr>
      <th scope="row">
        {t(`places.${each.place}.name`)}
        {each.error && (
          <div className="small" style={{ color: 'var(--bad)', whiteSpace: 'normal' }}>
            {t('erasures.trouble', { n: num(each.tries) })} <span lang="en">{each.error}</span>
          </div>
        )}
      </th>
      <td className={`${ui.r} num`}>{num(each.found)}</td>
      <td className="num">
        <Time at={each.hiddenAt} />
      </td>
      <td className="num">
        <Time at={each.scrubbedAt} />
      </td>
    </tr>
  );
}
