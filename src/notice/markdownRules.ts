import type { Period } from '../core/day.js';
import type { AnnouncedTier } from '../plan/prepared.js';
import { type Say, table } from './markdown.js';
import type { NoticeA, NoticeTask } from './notices.js';

/** How teams are made up and which soft rules may yield, where the programme says so. */
export function teamRules({ teams, ladder, earlier }: NoticeA, say: Say): string[] {
  const { partners, covers, capacityPer, carryLoads } = teams ?? {};
  const period = capacityPer === 'month' ? say('按月', 'by month') : say('按季度', 'by quarter');
  const rows = [
    [say('每个配合部门派出', 'Persons that each partner sends'), partners],
    [
      say('组员须能检查', 'A member can check'),
      covers === 'all-items' ? say('本部门全部事项', 'all items of his authority') : undefined,
    ],
    [
      say('检查上限', 'Capacity'),
      capacityPer === undefined || capacityPer === 'year' ? undefined : period,
    ],
    [
      say('上一轮的检查量', 'Loads of the round before'),
      carryLoads === true ? say('计入', 'count') : undefined,
    ],
    [say('上一轮公示乙的摘要', 'Digest of its notice B'), earlier],
    [
      say('人员不足时依次让步', 'May yield where persons lack, in this order'),
      ladder.length === 0 ? undefined : ladder.map((rule) => ruleName(rule, say)).join(' → '),
    ],
  ].flatMap(([name, value]) => (value === undefined ? [] : [[name ?? '', value]]));
  if (rows.length === 0) return [];
  return [
    `## ${say('检查组的组成', 'How teams are made up')}`,
    table([say('规则', 'Rule'), say('内容', 'What it says')], rows),
  ];
}

/** The tiers of recency in words, with their multipliers; the first takes those in who were never visited. */
export function recencyRule(tiers: readonly AnnouncedTier[], say: Say): string {
  // A notice from before the tiers told how long they are has only their codes.
  const isTold = tiers.length === 1 || tiers.some(({ after }) => after !== undefined);
  const words = tiers.map(({ tier, after, multiplier }, i) => {
    if (after === undefined) return `${isTold ? say('其余', 'others') : tier} × ${multiplier}`;
    const length = lengthText(after, say);
    const never = i === 0 ? say('或从未查', ' or never') : '';
    return `${say(`满 ${length}未查${never}`, `not for ${length}${never}`)} × ${multiplier}`;
  });
  return words.join(say('；', '; '));
}

function lengthText(length: Period, say: Say): string {
  if ('days' in length) return say(`${length.days} 天`, `${length.days} days`);
  if ('months' in length) return say(`${length.months} 个月`, `${length.months} months`);
  return say(`${length.years} 年`, `${length.years} years`);
}

/** The name of a soft rule; one of the programme's own is told as it is. */
export function ruleName(rule: string, say: Say): string {
  if (rule === 'district') return say('本辖区', 'own district');
  return rule === 'twice-running'
    ? say('不连续两次检查同一对象', 'nobody to the same entity twice running')
    : rule;
}

/** How each task's quota comes about, where more is to be said of it than a cell, a ratio or a total. */
export function quotaRules(list: readonly NoticeTask[], say: Say): string {
  const rows = list.flatMap((task) => {
    const told = quotaRule(task, say);
    return told.length === 0 ? [] : [[task.id, told.join(say('；', '; '))]];
  });
  if (rows.length === 0) return '';
  return table([say('任务', 'Task'), say('数量由何而来', 'How its number comes about')], rows);
}

function quotaRule({ quota, spread, strata }: NoticeTask, say: Say): string[] {
  const told: string[] = [];
  if ('range' in quota) {
    const { from, to } = quota.range;
    const chosen = quota.chosen;
    told.push(
      chosen === undefined
        ? from
        : say(
            `${from} 至 ${to}，由${chosen.by}定为 ${chosen.ratio}`,
            `${from} to ${to}; ${chosen.by} chose ${chosen.ratio}`,
          ),
    );
  }
  if ('staff' in quota) {
    told.push(say(`执法人员与对象 ${quota.staff}`, `inspectors to firms ${quota.staff}`));
  }
  if ('parts' in quota) {
    const { ratio, part, parts, drawn } = quota;
    told.push(
      say(
        `每期 ${ratio}，第 ${part}/${parts} 期，前期已抽 ${drawn.count}`,
        `${ratio} a part, part ${part} of ${parts}, ${drawn.count} drawn before`,
      ),
    );
  }
  if ('least' in quota && quota.least !== undefined) {
    const { ratio, of } = quota.least;
    const base = {
      drawn: say('抽取数', 'those drawn'),
      part: say('本部分对象', 'its own firms'),
      frame: say('全部对象', 'all firms'),
    }[of];
    told.push(
      say(`标明的部分不少于${base}的 ${ratio}`, `its part gets at least ${ratio} of ${base}`),
    );
  }
  const weighted = strata.flatMap(({ code, weights }) =>
    weights === undefined ? [] : [`${code} ${weights.total}`],
  );
  if (weighted.length > 0) {
    const list = weighted.join(', ');
    told.push(
      say(
        `按权重抽取，各层权重合计：${list}`,
        `drawn by weight; the weights of each stratum: ${list}`,
      ),
    );
  }
  if (spread !== undefined) {
    told.push(
      say(
        `与同组任务错开，第 ${spread.place}/${spread.of} 位`,
        `apart from its group, place ${spread.place} of ${spread.of}`,
      ),
    );
  }
  return told;
}
