import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { download, review, type Review as Whole } from '../../api/registers';
import { useWords } from '../../i18n';
import { Card, Figure, Figures, Tag } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { Reads } from './AccessPage';
import { useKind } from './useKind';

const now = () => new Date().toISOString().slice(0, 7);

/** What stands out in a month of reads, for somebody to look at. */
export default function Review() {
  const { t } = useWords();
  const { month = now() } = useSearch({ from: '/signed-in/access' });
  const navigate = useNavigate({ from: '/access' });
  const found = useQuery(review(month));
  return (
    <>
      <div className={d.buttons} style={{ alignItems: 'flex-end' }}>
        <TextInput label={t('access.month')} type="month" value={month} max={now()} onChange={(event) => { const { value } = event.currentTarget; if (/^\d{4}-\d{2}$/.test(value)) void navigate({ search: (old) => ({ ...old, month: value }), replace: true }); }} />
        {found.data && (
          <Button variant="default" onClick={() => download(`access-review-${month}.json`, new Blob([JSON.stringify(found.data, null, 2)], { type: 'application/json' }))}>
            {t('access.save')}
          </Button>
        )}
      </div>
      <Answered query={found} rows={8}>
        {(data) => <Report report={data} />}
      </Answered>
    </>
  );
}

function Report({ report }: { report: Whole }) {
  const { t, num, moment } = useWords();
  const kind = useKind();
  const { attention, actors, downloads, downloadsInAll } = report;
  return (
    <>
      <Figures>
        <Figure label={t('access.reads')} value={num(report.reads)} help={t('access.readsHelp')} note={t('access.madeAt', { time: moment(report.madeAt) })} />
        <Figure label={t('access.readers')} value={num(actors.length)} help={t('access.readersHelp')} />
        <Figure label={t('access.downloads')} value={num(downloadsInAll)} help={t('access.downloadsHelp')} />
        <Figure label={t('access.attention')} value={num(attention.length)} help={t('access.attentionHelp')} />
      </Figures>
      <Card title={t('access.attention')} help={t('access.attentionHelp')}>
        {attention.length === 0 ? (
          <Empty title={t('access.allWell')} />
        ) : (
          <ul>
            {attention.map(({ code, actor, about, count }) => (
              <li key={`${code} ${actor} ${about ?? ''}`} className={d.item}>
                <div className={d.line}>
                  <div className={d.what}>
                    <div className={d.name}>{t(`access.notices.${code}`, { defaultValue: code })}</div>
                    <div className="small muted">
                      {actor}
                      {about && code === 'one_person_often' ? (
                        <>
                          {' · '}
                          <Link className="mono" to="/c/$who" params={{ who: about }} preload={false}>
                            {about.slice(0, 12)}…
                          </Link>
                        </>
                      ) : (
                        about && ` · ${about}`
                      )}
                    </div>
                  </div>
                  <span className={d.side}>
                    <Tag tone="warn">{t(code === 'many_people_in_a_day' ? 'people' : 'times', { n: num(count) })}</Tag>
                    <Link className="small" to="/access" search={{ actor }}>
                      {t('access.look')}
                    </Link>
                  </span>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={t('access.byReader')} help={t('access.byReaderHelp')}>
        {actors.length === 0 ? (
          <Empty title={t('access.none')} />
        ) : (
          <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('access.byReader')}>
            <table className={ui.table}>
              <thead>
                <tr>
                  <th scope="col">{t('access.actor')}</th>
                  <th scope="col" className={ui.r}>
                    {t('access.reads')}
                  </th>
                  <th scope="col" className={ui.r}>
                    {t('access.different')}
                  </th>
                  <th scope="col" className={ui.r}>
                    {t('access.offHours')}
                  </th>
                  <th scope="col" className={ui.r}>
                    {t('access.downloads')}
                  </th>
                  <th scope="col">{t('access.what')}</th>
                  <th scope="col">{t('access.address')}</th>
                </tr>
              </thead>
              <tbody>
                {actors.map((each) => (
                  <tr key={each.actor}>
                    <th scope="row" style={{ color: 'inherit' }}>
                      {each.actor}
                    </th>
                    <td className={`${ui.r} num`}>{num(each.reads)}</td>
                    <td className={`${ui.r} num`}>
                      {num(each.differentPeople)}
                      {each.differentPeopleAtLeast ? '+' : ''}
                    </td>
                    <td className={`${ui.r} num`}>{num(each.offHours)}</td>
                    <td className={`${ui.r} num`}>{num(each.downloads)}</td>
                    <td className="small" style={{ minWidth: 160 }}>
                      {Object.entries(each.what).map(([what, n]) => `${kind(what)} ${num(n)}`).join(', ')}
                    </td>
                    <td className="small mono">{each.from.join(', ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      {downloads.length > 0 && (
        <Card title={t('access.downloads')} help={t('access.downloadsHelp')}>
          <Reads all={downloads} />
        </Card>
      )}
    </>
  );
}
