import { describe, expect, it } from 'vitest';
import { policyCases } from '../../../src/programme/analysis/policyCases.js';
import { exampleMatrix } from '../../../src/schemes/exampleMatrix.js';
import { exampleProgramme } from '../../../src/schemes/exampleProgramme.js';
import { exampleRisk } from '../../../src/schemes/exampleRisk.js';
import { base, questions } from './base.js';

const asOf = '2026-01-15';
const firm = (facts: object, more: object = {}) => ({
  id: 'A',
  facts: { ...facts },
  events: [],
  lists: [],
  ...more,
});
const cite = 'doc';

describe('the cases of a scheme', () => {
  const scheme = questions(
    [10, 20],
    [
      [0, 10],
      [0, 5],
    ],
  );

  it('pass or fail, each with what was expected and given', () => {
    const report = policyCases(scheme, [
      {
        name: 'good',
        entity: firm({ q0: 10, q1: 5 }),
        asOf,
        expect: { score: '15', level: 'mid' },
      },
      { name: 'bad', entity: firm({ q0: 0, q1: 5 }), asOf, expect: { level: 'mid' } },
      { name: 'lacking', entity: firm({ q0: 0 }), asOf, expect: { issues: ['missing-input'] } },
      { name: 'unforeseen', entity: firm({ q0: 0 }), asOf, expect: { level: 'low' } },
    ]);
    expect(report.ok).toBe(false);
    expect(report.results.map(({ ok, given }) => [ok, given])).toEqual([
      [true, { score: '15', level: 'mid' }],
      [false, { level: 'low' }],
      [true, { issues: ['missing-input'] }],
      [false, { issues: ['missing-input'] }],
    ]);
  });

  it('say what they do not cover, and why', () => {
    const { coverage } = policyCases(scheme, [
      { name: 'one', entity: firm({ q0: 0, q1: 0 }), asOf, expect: { level: 'low' } },
    ]);
    expect(coverage['s']?.bands).toEqual({
      covered: 1,
      of: 3,
      missed: [
        { path: ['bands', 1], reason: 'no-case' },
        { path: ['bands', 2], reason: 'unreachable' },
      ],
    });
  });

  it('cover bins, entries, conditions, cells, gates, overrides, statuses and events', () => {
    const input = { type: 'integer', min: 0, max: 9 } as const;
    const rich = {
      ...base,
      inputs: {
        x: input,
        open: { type: 'boolean' },
        kind: { type: 'category', values: ['a', 'b'] },
      },
      statuses: [{ id: 'closed', when: { field: 'open', eq: false }, cite }],
      values: [
        {
          ...{ kind: 'table', id: 't', gives: 'number', missing: 'refuse', cite },
          axes: [{ input: 'x', bins: [{ key: 'few' }, { from: 5, key: 'many' }] }],
          table: { few: 0, many: 1 },
        },
      ],
      terms: [
        {
          kind: 'bins',
          id: 'b',
          input: 'x',
          bins: [{ points: 0 }, { from: 5, points: 1 }],
          missing: 'refuse',
          cite,
        },
        {
          kind: 'lookup',
          id: 'l',
          input: 'kind',
          table: { a: 1 },
          otherwise: 0,
          missing: { points: 1 },
          cite,
        },
        {
          kind: 'conditional',
          id: 'c',
          when: { field: 'x', gt: 3 },
          points: 1,
          missing: 'refuse',
          cite,
        },
        {
          kind: 'events',
          id: 'e',
          effects: [{ event: 'hit', points: 1 }],
          window: { years: 1 },
          cite,
        },
        { kind: 'number', id: 'n', input: 't', missing: 'refuse', cite },
      ],
      gates: [
        { level: 'low', all: [{ field: 'total', lt: 2 }], cite },
        { level: 'mid', all: [{ field: 'total', lt: 3 }], cite },
        { level: 'high', cite },
      ],
      overrides: [
        {
          id: 'o',
          when: { field: 'list', eq: 'l' },
          effect: { set: 'high' },
          reason: { zh: '原因', en: 'why' },
          cite,
        },
      ],
    };
    const event = { id: 'e', kind: 'hit', on: asOf, source: 'x' };
    const { ok, coverage } = policyCases(rich as never, [
      { name: '1', entity: firm({ x: 0, open: true, kind: 'b' }), asOf, expect: { level: 'low' } },
      {
        name: '2',
        entity: firm({ x: 9, open: true, kind: 'a' }, { lists: ['l'], events: [event] }),
        asOf,
        expect: { level: 'high' },
      },
      { name: '3', entity: firm({ open: false }), asOf, expect: { status: 'closed' } },
      { name: '4', entity: firm({ x: 0, open: true }), asOf, expect: { score: '1' } },
    ]);
    expect(ok).toBe(true);
    const { gates, ...others } = coverage['s'] as NonNullable<(typeof coverage)['s']>;
    expect(gates.missed.map(({ path }) => path)).toEqual([['gates', 1]]);
    expect(Object.values(others).map(({ covered, of }) => covered === of)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('the cases of a programme', () => {
  it('ask for grade, level, tier and share, and cover each scheme', () => {
    const entity = firm({ industry: '6210' });
    const report = policyCases(exampleProgramme, [
      {
        name: 'a shop',
        entity,
        asOf,
        expect: { grade: 'A', level: 'medium', tier: 'I', ratio: '2%' },
      },
      { name: 'nobody', entity: firm({}), asOf, expect: { issues: ['missing-input'] } },
    ]);
    expect(report.results.map(({ given }) => given)).toEqual(
      report.results.map(({ expected }) => expected),
    );
    expect(Object.keys(report.coverage)).toEqual(['example-credit', 'example-risk']);
    const old = { ...exampleRisk, version: '2024', from: '2023-01-01', to: '2024-12-31' };
    const documents = [...exampleProgramme.documents, old];
    expect(Object.keys(policyCases({ ...exampleProgramme, documents }, []).coverage)).toEqual([
      ...['example-credit', 'example-risk@2026', 'example-risk@2024'],
    ]);
  });

  it('are not run on a matrix', () => {
    expect(() => policyCases(exampleMatrix as never, [])).toThrow('scheme or a programme');
  });
});
