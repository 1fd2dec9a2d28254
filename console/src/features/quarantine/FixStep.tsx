import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Step } from '../../api/transformations';
import { vocabulary } from '../../api/vocabulary';
import { learn } from '../../i18n';
import { StepEditor } from '../transformations/StepEditor';

await Promise.all([learn('changes'), learn('conditions')]);

/** The step that mends a group, to be finished by hand. */
export default function FixStep({ step, set, tables, fault }: { step: Step; set: (step: Step) => void; tables: string[]; fault: (path: string) => string | undefined }) {
  const places = useId();
  const { data: words } = useQuery(vocabulary);
  return (
    <>
      <datalist id={places}>
        {[...new Set((words?.events ?? []).flatMap(({ properties }) => properties.map(({ path }) => `/properties/${path.replaceAll('.', '/')}`)))].slice(0, 200).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <StepEditor step={step} path="/step" places={places} tables={tables} set={set} rest={() => undefined} fault={fault} />
    </>
  );
}
