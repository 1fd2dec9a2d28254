import { TextInput } from '@mantine/core';
import { useState } from 'react';

/** A value that counts once it is left, so that `1.05` is no text on its way. */
export function ValueField({ label, value, set, error }: { label: string; value: string; set: (value: string) => void; error?: string | undefined }) {
  const [typed, setTyped] = useState<string>();
  const leave = () => {
    if (typed !== undefined && typed !== value) set(typed);
    setTyped(undefined);
  };
  return <TextInput size="xs" w={140} label={label} value={typed ?? value} spellCheck={false} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={leave} onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && leave()} error={error} />;
}
