import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '../../api/segments';
import { useWords } from '../../i18n';
import { Answered } from '../../ui/states';
import { ReasonTree } from './ReasonTree';

/** Why a member is one. */
export default function WhyMember({ segment, who, close }: { segment: string; who: string; close: () => void }) {
  const { t } = useWords();
  const found = useQuery(reasonOf(segment, who));
  return (
    <Modal opened onClose={close} title={t('why.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Answered query={found} rows={3}>
        {(reason) => <ReasonTree reason={reason} name={who.slice(who.indexOf(':') + 1)} />}
      </Answered>
    </Modal>
  );
}
