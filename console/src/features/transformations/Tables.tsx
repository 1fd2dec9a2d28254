import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Tables as All } from '../../api/transformations';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { failed } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import p from '../plans/plans.module.css';
import d from '../trust/trust.module.css';
import { lines, pairs, tableOf } from './model';

/** Look-up tables by name; each is written in lines, or taken from a file. */
export default function Tables({ tables, set, fault }: { tables: All; set: (tables: All) => void; fault: (path: string) => string | undefined }) {
  const { t, num } = useWords();
  const [name, setName] = useState('');
  const [open, setOpen] = useState<string>();
  const good = name.trim() !== '' && !(name.trim() in tables);
  return (
    <Card title={t('changes.tables')} help={t('changes.tablesHelp')}>
      <ul>
        {Object.entries(tables).map(([each, rows]) => (
          <li key={each} className={d.item}>
            <div className={d.line}>
              <div className={d.what}>
                <div className={d.name}>{each}</div>
                <div className="small muted">{t('changes.rows', { n: num(Object.keys(rows).length) })}</div>
              </div>
              <span className={d.side}>
                <button type="button" className={ui.textButton} aria-expanded={open === each} aria-label={`${each}: ${t('changes.openTable')}`} onClick={() => setOpen(open === each ? undefined : each)}>
                  {t('changes.openTable')}
                </button>
              </span>
            </div>
            {open === each && (
              <Table
                key={each}
                name={each}
                rows={rows}
                error={fault(`/tables/${each}`)}
                put={(next) => set({ ...tables, [each]: next })}
                drop={() => {
                  const { [each]: _gone, ...others } = tables;
                  set(others);
                  setOpen(undefined);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <div className={d.pad}>
        <form
          className={d.buttons}
          style={{ alignItems: 'flex-end' }}
          onSubmit={(event) => {
            event.preventDefault();
            if (!good) return;
            set({ ...tables, [name.trim()]: {} });
            setOpen(name.trim());
            setName('');
          }}
        >
          <TextInput size="xs" label={t('changes.tableName')} value={name} placeholder="stores" spellCheck={false} onChange={(event) => setName(event.currentTarget.value)} />
          <Button size="xs" type="submit" variant="default" disabled={!good}>
            {t('changes.addTable')}
          </Button>
        </form>
      </div>
    </Card>
  );
}

function Table({ name, rows, put, drop, error }: { name: string; rows: Record<string, unknown>; put: (rows: Record<string, unknown>) => void; drop: () => void; error: string | undefined }) {
  const { t } = useWords();
  const stands = lines(rows);
  const [written, setWritten] = useState<string>();
  return (
    <div className={d.detail}>
      <Textarea
        className={p.json}
        size="xs"
        label={t('changes.tableRows', { name })}
        description={t('changes.valuesHint')}
        value={written ?? stands}
        autosize
        minRows={3}
        maxRows={16}
        spellCheck={false}
        placeholder="001 = 강남점"
        onChange={(event) => setWritten(event.currentTarget.value)}
        onBlur={() => {
          if (written !== undefined && written !== stands) put(pairs(written));
          setWritten(undefined);
        }}
        error={error}
      />
      <div className={d.buttons}>
        <label className="small">
          {t('changes.tableFile')}{' '}
          <input
            type="file"
            accept=".csv,.tsv,text/csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void file.text().then((content) => put(tableOf(content)), failed);
            }}
          />
        </label>
        <Button size="xs" variant="subtle" color="red" onClick={drop}>
          {t('changes.dropTable')}
        </Button>
      </div>
    </div>
  );
}
