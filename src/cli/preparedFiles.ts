import { noticeMarkdown } from '../notice/noticeMarkdown.js';
import type { NoticeA } from '../notice/notices.js';
import type { Prepared } from '../plan/prepared.js';
import type { ProgrammeSource } from '../programme/programme.js';
import type { Authority } from '../register/nouns.js';
import { authorityNames } from './authorityNames.js';
import { csvParts } from './files/csvText.js';
import { jsonParts } from './files/jsonParts.js';
import type { FileContent } from './files/writeContent.js';
import type { Findings } from './findings.js';

/** Where each part of an output lies in its folder. */
export const PLACES = {
  noticeA: 'public/notice-a.json',
  noticeB: 'public/notice-b.json',
  /** Notice B while it is sealed. */
  closedB: 'private/notice-b.json',
  sealed: 'public/sealed-b.json',
  amendments: 'public/amendments',
  prepared: 'private/prepared.json',
  frame: 'auditor/frame.csv',
  programme: 'auditor/programme.json',
  findings: 'issues.json',
  summary: 'summary.txt',
} as const;

/** What was found in an input, as `issues.json` keeps it. */
export interface KeptFindings extends Pick<Findings, 'read' | 'setAside' | 'issues'> {
  readonly schema: 'evenhand/findings/1';
}

/** The files of a prepared plan, but for its summary. */
export function preparedFiles(
  prepared: Prepared,
  notice: NoticeA,
  programme: ProgrammeSource,
  { read, setAside, issues }: Pick<Findings, 'read' | 'setAside' | 'issues'>,
  bom: boolean,
  authorities: readonly Authority[],
): Record<string, FileContent> {
  const findings: KeptFindings = { schema: 'evenhand/findings/1', read, setAside, issues };
  return {
    [PLACES.noticeA]: json(notice),
    'public/notice-a.zh.md': noticeMarkdown(notice, 'zh', { names: authorityNames(authorities) }),
    'public/notice-a.en.md': noticeMarkdown(notice, 'en'),
    [PLACES.prepared]: jsonParts(prepared),
    [PLACES.frame]: csvParts({ [Symbol.iterator]: () => frameRows(prepared) }, { bom }),
    [PLACES.programme]: json(programme),
    [PLACES.findings]: json(findings),
  };
}

/** Plain data as text with one field a line. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function* frameRows({ tasks }: Prepared): Generator<readonly string[]> {
  const isWeighted = tasks.some(({ strata }) => strata.some(({ weights }) => weights));
  yield ['task', 'id', 'stratum', ...(isWeighted ? ['weight'] : [])];
  for (const { task, frame } of tasks) {
    for (const { id, stratum, weight = 1 } of frame) {
      yield [task.id, id, stratum, ...(isWeighted ? [String(weight)] : [])];
    }
  }
}
