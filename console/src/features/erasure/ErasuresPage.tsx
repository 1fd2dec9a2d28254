import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { erasures } from '../../api/rights';
import { useWords } from '../../i18n';
import { Card, Page, Tag } from '../../ui/layout';
import { Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { Beside } from '../trust/Beside';
import { Paged } from '../trust/Paged';
import { short, TONES } from './standing';

/** Everybody who was erased, without anything of theirs. */
export function ErasuresPage() {
  const { t, num, moment } = useWords();
  const found = useInfiniteQuery(erasures);
  return (
    <Page title={t('erasures.title')} lead={t('erasures.lead')}>
      <Beside of="requests" />
      <Card title={t('erasures.list')} help={t('erasures.listHelp')}>
        <Paged
          query={found}
          of={({ erasures: all }) => all}
          rows={6}
          none={<Empty title={t('erasures.none')} text={t('erasures.noneMore')} action={<Link to="/customers">{t('erasures.noneDo')}</Link>} />}
        >
          {(all) => (
            <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('erasures.list')}>
              <table className={ui.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('erasures.subject')}</th>
                    <th scope="col">{t('erasures.state')}</th>
                    <th scope="col">{t('erasures.askedAt')}</th>
                    <th scope="col">{t('erasures.reason')}</th>
                    <th scope="col">{t('erasures.author')}</th>
                    <th scope="col" className={ui.r}>
                      {t('erase.events')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((each) => (
                    <tr key={each.id}>
                      <td>
                        <Link to="/erasures/$id" params={{ id: each.id }}>
                          {each.id}
                        </Link>
                        <div className="mono muted">{short(each.subject)}</div>
                      </td>
                      <td>
                        <Tag tone={TONES[each.state]}>{t(`erasures.states.${each.state}`)}</Tag>
                      </td>
                      <td className="num">{moment(each.askedAt)}</td>
                      <td>{each.reason}</td>
                      <td>{each.author}</td>
                      <td className={`${ui.r} num`}>{num(each.events)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Paged>
      </Card>
    </Page>
  );
}
