import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { purposes, titled, type Purpose } from '../../api/trust';
import { useWords } from '../../i18n';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { useTerms } from './terms';

/** What people's data may be used for, and on what ground. */
export function PurposesPage() {
  const { t } = useWords();
  const { show } = useSearch({ from: '/signed-in/purposes' });
  const navigate = useNavigate({ from: '/purposes' });
  const found = useQuery(purposes);
  return (
    <Page
      title={t('purpose.title')}
      lead={t('purpose.lead')}
      actions={
        <Link className={d.make} to="/purposes/new">
          <IconPlus size={15} aria-hidden />
          {t('purpose.make')}
        </Link>
      }
    >
      <div>
        <SegmentedControl aria-label={t('purpose.show')} value={show ?? 'active'} onChange={(value) => void navigate({ search: { show: value === 'retired' ? 'retired' : undefined }, replace: true })} data={(['active', 'retired'] as const).map((value) => ({ value, label: t(`purpose.states.${value}`) }))} />
      </div>
      <Card title={t('purpose.list')} help={t('purpose.listHelp')}>
        <Answered query={found} rows={8}>
          {(all) => {
            const shown = all.filter(({ status }) => status === (show ?? 'active'));
            return shown.length === 0 ? <Empty title={t('purpose.none')} text={t('purpose.noneMore')} /> : <Table all={all} shown={shown} />;
          }}
        </Answered>
      </Card>
    </Page>
  );
}

function Table({ all, shown }: { all: Purpose[]; shown: Purpose[] }) {
  const { t, num, language } = useWords();
  const terms = useTerms();
  return (
    <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('purpose.list')}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th scope="col">{t('purpose.name')}</th>
            <th scope="col">{t('purpose.basis')}</th>
            <th scope="col">{t('purpose.channel')}</th>
            <th scope="col">{t('purpose.age')}</th>
            <th scope="col">{t('purpose.recipients')}</th>
            <th scope="col">{t('purpose.retention')}</th>
            <th scope="col" className={ui.r}>
              {t('purpose.versions')}
            </th>
            <th scope="col">{t('purpose.state')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={each.key}>
              <td style={{ minWidth: 160 }}>
                <Link to="/purposes/$key" params={{ key: each.key }}>
                  {titled(all, each.key, language)}
                </Link>
                <div className="mono muted">{each.key}</div>
              </td>
              <td>{t(`bases.${each.basis}`)}</td>
              <td>{t(`reaches.${each.channel}`)}</td>
              <td>{terms.age(each)}</td>
              <td>{each.recipients.length === 0 ? '–' : each.recipients.length > 2 ? t('purpose.recipientsMore', { name: each.recipients[0], n: num(each.recipients.length - 1) }) : each.recipients.join(', ')}</td>
              <td>{terms.retention(each)}</td>
              <td className={`${ui.r} num`}>{num(each.version)}</td>
              <td>
                <Tag tone={each.status === 'active' ? 'ok' : 'sky'}>{t(`purpose.states.${each.status}`)}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
