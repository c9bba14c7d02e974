/** RFC 4180 read one record at a time, one character at a time: slow, obvious, the second opinion. */
export function slowCsv(text: string) {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const records: { row: number; cells: string[] }[] = [];
  const faults: { row: number; code: string }[] = [];
  let i = 0;
  while (i < lines.length) {
    let count = 1;
    let result = oneRecord(lines[i] as string);
    while (result === 'open' && i + count < lines.length) {
      count++;
      result = oneRecord(lines.slice(i, i + count).join('\n'));
    }
    if (result === 'open') {
      faults.push({ row: i + 1, code: 'truncated-file' });
      break;
    }
    if (result === 'bad') {
      faults.push({ row: i + 1, code: 'bad-quotes' });
      i++;
    } else {
      if (result.length > 1 || result[0] !== '') records.push({ row: i + 1, cells: result });
      i += count;
    }
  }
  return { records, faults };
}

function oneRecord(text: string): string[] | 'open' | 'bad' {
  const cells = [''];
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  const add = (character: string) => {
    cells[cells.length - 1] += character;
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (state === 'quoted') {
      if (character !== '"') add(character);
      else if (text[i + 1] === '"') {
        add('"');
        i++;
      } else state = 'closed';
    } else if (character === ',') {
      cells.push('');
      state = 'start';
    } else if (state === 'closed') return 'bad';
    else if (character === '"') {
      if (state === 'plain') return 'bad';
      state = 'quoted';
    } else {
      add(character);
      state = 'plain';
    }
  }
  return state === 'quoted' ? 'open' : cells;
}
