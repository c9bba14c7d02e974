import { mistake } from '../core/error.js';
import type { PlanAmendment } from '../notice/amend/amendment.js';
import type { NoticeB } from '../notice/notices.js';
import { jsonOf, type OutputFolder } from './outputFolder.js';
import { PLACES } from './preparedFiles.js';

/** A drawn plan's notice B and its amendments, and the folder they stand in: sealed ones are private. */
export interface PublishedDraw {
  readonly noticeB: NoticeB;
  readonly amendments: readonly PlanAmendment[];
  readonly place: 'public' | 'private';
}

const AMENDMENT = /^(?:public|private)\/amendments\/\d{3,}\.json$/;

/** Whether a file of an output is an amendment, by its name. */
export const isAmendment = (name: string): boolean => AMENDMENT.test(name);

/** The name of an amendment's files, without their endings. */
export const amendmentName = (place: PublishedDraw['place'], number: number): string =>
  `${place}/amendments/${String(number).padStart(3, '0')}`;

/**
 * What a folder of outputs has been published of a draw.
 *
 * @throws `nothing-drawn`
 */
export async function publishedIn({ files }: OutputFolder, given: string): Promise<PublishedDraw> {
  const place = files.has(PLACES.noticeB) ? 'public' : 'private';
  const notice = files.get(PLACES.noticeB) ?? files.get(PLACES.closedB);
  if (notice === undefined) {
    const expected = PLACES.noticeB;
    throw mistake('nothing-drawn', `nothing is drawn in \`${given}\``, { given, expected });
  }
  const amendments: PlanAmendment[] = [];
  for (const [name, file] of files) {
    if (isAmendment(name)) amendments.push((await jsonOf(file)) as PlanAmendment);
  }
  return {
    noticeB: (await jsonOf(notice)) as NoticeB,
    amendments: amendments.sort((a, b) => a.number - b.number),
    place,
  };
}
