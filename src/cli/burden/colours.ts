/** The colours of the page: what was, what is, what stands outside. */
export const COLOURS = {
  ink: '#22313a',
  soft: '#5b6b75',
  line: '#e3e8eb',
  before: '#b9c5cc',
  after: '#17697f',
  second: '#63a9b5',
  outside: '#d9792b',
  refused: '#a23b4a',
} as const;
