import type { NoticeA } from '../notice/notices.js';
import type { Check, Verification } from '../notice/verification.js';
import { checkTexts } from '../texts/notice.js';
import type { Desk } from './io.js';
import { type BeyondAnswer, beyondLines, differenceLines } from './verifyBeyond.js';

/** What of that which would tell more was given. */
export interface GivenToVerify {
  readonly digestOfA?: string;
  readonly earlier?: string;
  readonly proof?: string;
}

/** What was taken as it stands, since nothing was given to compare it with; and what binds nobody. */
export function notCompared(
  desk: Desk,
  { mode, earlier: earlierOf }: Partial<NoticeA>,
  { digestOfA, earlier, proof }: GivenToVerify,
  programmePath: string | undefined,
  isAmended: boolean,
): string[] {
  const line = (zh: string, en: string): string => `– ${desk.say(zh, en)}`;
  return [
    ...(digestOfA === undefined
      ? [
          line(
            '公示甲是否为当时公布的那一份：未核对（用 --digest-of-a 给出公布的摘要）',
            'whether notice A is the one that was published: not compared (give --digest-of-a)',
          ),
        ]
      : []),
    ...(earlierOf !== undefined && earlier === undefined
      ? [
          line(
            `上一轮的检查量和回避：未核对（用 --earlier 给出摘要为 ${earlierOf} 的公示乙）`,
            `what follows from the round before: not compared (give its notice B ${earlierOf} with --earlier)`,
          ),
        ]
      : []),
    ...(programmePath === undefined
      ? [
          line(
            '监管方案的内容：未核对（用 --programme 给出方案）',
            'what the programme says: not compared (give --programme)',
          ),
        ]
      : []),
    ...(proof !== undefined && !isAmended
      ? [
          line(
            '该对象此后是否撤出、递补或增抽：未核对（如有变更公告，用 --amendment 依次给出）',
            'whether the entity was struck or came in afterwards: not compared (give all amendments, if any, with --amendment)',
          ),
        ]
      : []),
    ...(mode === 'simulation'
      ? [line('这是演示，不约束任何人', 'this is a simulation; it binds nobody')]
      : []),
  ];
}

/** The whole answer as lines: each check, what lies beyond the draw, what was not compared. */
export function verificationText(
  desk: Desk,
  { ok, checks, skipped }: Verification,
  more: BeyondAnswer,
  notes: readonly string[],
): string {
  // Where a notice has not even its shape, nothing else was looked at.
  const isBroken = skipped.length > 1;
  const why = isBroken
    ? desk.say(
        '（公示的格式不符，见上，未核验）',
        ' (not checked: a notice is not in its form, see above)',
      )
    : desk.say('（未提供所需材料，未核验）', ' (not checked: it needs more than was given)');
  return [
    ...checks.flatMap((check) => checkLines(desk, check)),
    ...skipped.map((name) => `– ${name}  ${checkTexts[name][desk.lang]}${why}`),
    ...beyondLines(desk, more),
    ...notes,
    ok
      ? desk.say(
          '核验通过：公布的结果正是抽签得出的结果。',
          'All checks hold: what was published is what the draw gives.',
        )
      : desk.say('核验未通过。', 'The draw does not hold.'),
  ].join('\n');
}

function checkLines(desk: Desk, one: Check): string[] {
  const { check, ok } = one;
  const first = `${ok ? '✓' : '✗'} ${check}  ${checkTexts[check][desk.lang]}`;
  return ok ? [first] : [first, ...differenceLines(desk, one)];
}
