import { deferralText } from '../notice/deferralText.js';
import { type Names, named } from '../notice/markdown.js';
import type { Standing } from '../plan/prepared.js';
import type { NextGrade } from '../programme/nextGrade.js';
import type { Method } from '../register/nouns.js';
import { actText } from '../texts/act.js';
import { levelInZh, levelWord } from '../texts/codeWords.js';
import { describe, type Lang } from '../texts/describe.js';
import { kindWords, methodWords } from '../texts/words.js';
import type { EntityPlan, EntityTask } from './entityPlan.js';
import { grouped } from './textTable.js';

type Say = (zh: string, en: string) => string;

const inLang =
  (lang: Lang): Say =>
  (zh, en) =>
    lang === 'zh' ? zh : en;

/** How an entity comes to a better credit grade, or why it does not. */
export function nextGradeText(next: NextGrade | string, lang: Lang): string {
  const say = inLang(lang);
  const title = say('如何提升信用等级', 'How to a better credit grade');
  if (typeof next === 'string') {
    const reason =
      NO_NEXT[next]?.[lang] ??
      describe({ code: next, severity: 'warning', path: [], params: {} }, lang);
    return `${title}\n  ${reason}`;
  }
  const { grade, from, earliest, by, waiting } = next;
  return [
    title,
    say(
      `  最早于 ${earliest} 由${levelInZh(from)}级升为${levelInZh(grade)}级${by.length > 0 ? '，需要：' : '，无需任何行动'}`,
      `  from ${from} to ${grade} on ${earliest} at the earliest${by.length > 0 ? ', by' : ', by waiting alone'}`,
    ),
    ...by.map((act) => `    ${actText(act, lang)}`),
    ...(waiting === undefined || by.length === 0
      ? []
      : [say(`  不采取行动则为 ${waiting}`, `  with no act at all on ${waiting}`)]),
  ].join('\n');
}

const NO_NEXT: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'no-better-grade': { zh: '已是最好的等级', en: 'its grade is the best already' },
  'unreachable-grade': {
    zh: '三年之内没有可达到更好等级的办法',
    en: 'nothing leads to a better grade within three years',
  },
};

/**
 * What a plan does with an entity: tasks, tickets, visits, and what waits.
 *
 * @param names - the names of authorities, where a register has told them
 */
export function entityPlanText(plan: EntityPlan, lang: Lang, names: Names = {}): string {
  const say = inLang(lang);
  const { entity, standing, tasks, visits, desk, deferred } = plan;
  const { level, grade, tier } = standing;
  const titles = Object.fromEntries(
    tasks.flatMap(({ task, name }) => (name === undefined ? [] : [[task, name]])),
  );
  const titled = (task: string): string => named(titles, task, say);
  return [
    say(`${entity} 在计划中`, `${entity} in the plan`),
    say(
      `  风险 ${levelWord(level, 'zh')} × 信用 ${levelWord(grade, 'zh')}，综合等级 ${tier}，${protectedText(standing, say)}`,
      `  risk ${level} × credit ${grade}, tier ${tier}, ${protectedText(standing, say)}`,
    ),
    ...tasks.flatMap((task) => taskLines(task, say)),
    ...visits.map(({ id, kind, day, lead, partners, tasks: of, leader, members = [] }) => {
      const team =
        leader === undefined
          ? ''
          : say(
              `，检查组 ${members.join('、')}（组长 ${leader}）`,
              `, team ${members.join(', ')} led by ${leader}`,
            );
      const who = [lead, ...partners].map((id) => named(names, id, say)).join(say('、', ' + '));
      return say(
        `  入企检查 ${id}：${day} ${kindWords[kind].zh}，${who}，任务 ${of.map(titled).join('、')}${team}`,
        `  visit ${id}: ${kindWords[kind].en} on ${day}, ${who}, for ${of.join(', ')}${team}`,
      );
    }),
    ...desk.map(({ task, method }) =>
      say(
        `  不入企：${titled(task)}，${methodWords[method as Method].zh}`,
        `  no visit: ${task}, checked ${methodWords[method as Method].en}`,
      ),
    ),
    ...deferred.map(({ demand, reason, because }) =>
      say(
        `  暂缓 ${demand}：${deferralText(reason, 'zh')}（${because.join('、')}）`,
        `  deferred ${demand}: ${deferralText(reason, 'en')} (${because.join(', ')})`,
      ),
    ),
    ...(plan.isDrawn ? [] : [say('  尚未抽签', '  nothing is drawn yet')]),
  ].join('\n');
}

/** Whether the cap protects it, with its limits where each protects a part of the entities. */
function protectedText({ capped }: Pick<Standing, 'capped'>, say: Say): string {
  if (capped === false) return say('不受检查频次上限保护', 'not protected by the cap on visits');
  if (capped === true) return say('受检查频次上限保护', 'protected by the cap on visits');
  return say(
    `受检查频次上限保护（${capped.join('、')}）`,
    `protected by limits ${capped.join(', ')} of the cap on visits`,
  );
}

function taskLines(one: EntityTask, say: Say): string[] {
  const { task, name, certain, stratum = '', size = 0, quota = 0, threshold = '–' } = one;
  const title = name === undefined ? task : say(`${name}（${task}）`, `${task} ${name}`);
  if (certain !== undefined) {
    return [say(`  ${title}：必查（${certain}）`, `  ${title}: visited for certain (${certain})`)];
  }
  const chance = say(
    `分层 ${stratum}，${grouped(size)} 个中抽 ${grouped(quota)} 个`,
    `stratum ${stratum}, ${grouped(quota)} of ${grouped(size)} drawn`,
  );
  if (one.ticket === undefined) return [say(`  ${title}：${chance}`, `  ${title}: ${chance}`)];
  const outcome = one.isDrawn === true ? say('抽中', 'drawn') : say('未抽中', 'not drawn');
  return [
    say(`  ${title}：${chance}，${outcome}`, `  ${title}: ${chance} — ${outcome}`),
    say(`    签号 ${one.ticket}`, `    ticket    ${one.ticket}`),
    say(`    末位中签号 ${threshold}`, `    last drawn ${threshold}`),
    ...weightLines(one, say),
    ...(one.amended ?? []).map(({ number, how }) => {
      const { zh, en } = AMENDED[how];
      return say(`    变更公告第 ${number} 号：${zh}`, `    amendment ${number}: ${en}`);
    }),
  ];
}

const AMENDED = {
  struck: { zh: '撤出', en: 'struck' },
  substitute: { zh: '递补进入', en: 'came in as a substitute' },
  'topped-up': { zh: '增抽进入', en: 'came in by a top-up' },
} as const;

/** In a draw by weight: what it weighs, and its key beside that of the last one in. */
function weightLines({ weight, key, thresholdKey, takeAll }: EntityTask, say: Say): string[] {
  if (weight === undefined) return [];
  const own = say(`    权重 ${weight}`, `    weight    ${weight}`);
  if (takeAll !== undefined) {
    return [
      own,
      say(`    因权重直接入选（${takeAll}）`, `    in by its weight alone (${takeAll})`),
    ];
  }
  if (key === undefined) return [own];
  return [
    own,
    say(
      `    按权重的排序值 ${key}，门槛 ${thresholdKey}`,
      `    its key by weight ${key}, the last drawn ${thresholdKey}`,
    ),
  ];
}
