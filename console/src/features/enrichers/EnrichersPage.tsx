import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { enrichers, type Enricher } from '../../api/enrichers';
import { purposes, titled } from '../../api/purposes';
import { useWords } from '../../i18n';
import { Card, Page } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { State } from './Standing';

/** Who outside is asked about customers, and how that goes. */
export function EnrichersPage() {
  const { t } = useWords();
  const found = useQuery(enrichers);
  return (
    <Page
      title={t('enrichers.title')}
      lead={t('enrichers.lead')}
      actions={
        <Link className={d.make} to="/enrichers/new">
          <IconPlus size={15} aria-hidden />
          {t('enrichers.make')}
        </Link>
      }
    >
      <Card title={t('enrichers.list')} help={t('enrichers.listHelp')}>
        <Answered query={found} rows={4}>
          {(all) => (all.length === 0 ? <Empty title={t('enrichers.none')} text={t('enrichers.noneMore')} action={<Link to="/enrichers/new">{t('enrichers.make')}</Link>} /> : <List all={all} />)}
        </Answered>
      </Card>
    </Page>
  );
}

function List({ all }: { all: Enricher[] }) {
  const { t, num, language } = useWords();
  const { data: known } = useQuery(purposes);
  return (
    <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('enrichers.list')}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th scope="col">{t('enrichers.name')}</th>
            <th scope="col">{t('enrichers.recipient')}</th>
            <th scope="col">{t('enrichers.purpose')}</th>
            <th scope="col">{t('enrichers.state')}</th>
            <th scope="col" className={ui.r}>{t('enrichers.waiting')}</th>
            <th scope="col" className={ui.r}>{t('enrichers.enriched')}</th>
            <th scope="col" className={ui.r}>{t('enrichers.givenUp')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => (
            <tr key={one.id}>
              <td style={{ minWidth: 160 }}>
                <Link to="/enrichers/$id" params={{ id: one.id }}>{one.name}</Link>
              </td>
              <td>{one.recipient}</td>
              <td>{titled(known, one.purpose, language)}</td>
              <td><State of={one.standing} /></td>
              <td className={`${ui.r} num`}>{num((one.standing?.waiting ?? 0) + (one.standing?.again ?? 0))}</td>
              <td className={`${ui.r} num`}>{num(one.standing?.enriched ?? 0)}</td>
              <td className={`${ui.r} num`}>{num(one.standing?.failures ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
