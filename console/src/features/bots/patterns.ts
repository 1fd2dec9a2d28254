/** Patterns one a line, each once. */
export const lines = (text: string): string[] => [...new Set(text.split('\n').map((each) => each.trim()).filter((each) => each !== ''))];

/** Patterns in which a word is found, those that are let through first. */
export function found(patterns: string[], allowed: string[], word: string): string[] {
  const wanted = word.trim().toLowerCase();
  const through = new Set(allowed);
  const all = [...new Set([...allowed, ...patterns])].filter((each) => wanted === '' || each.toLowerCase().includes(wanted));
  return [...all.filter((each) => through.has(each)), ...all.filter((each) => !through.has(each))];
}
