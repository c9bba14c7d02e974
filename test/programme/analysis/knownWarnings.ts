/** A warning that stands on a good document, as `code path`, and why it is right to stand there. */
type Known = readonly [warning: string, why: string];

const draftCap: Known = ['no-sunset ', 'The rule states no last day.'];
const reliance = (i: number): Known => [
  `no-sunset reliance.${i}`,
  'The rule relies on others without a last day.',
];
const cited = (i: number, why: string): Known => [`citation-unused citations.${i}`, why];

/**
 * What the analysis says of each published document, by the name it is exported under; of all others it
 * says nothing.
 */
export const KNOWN: Readonly<Record<string, readonly Known[]>> = {
  australiaImportsTempo: [
    cited(1, 'The citation of orders on emerging risk is the scheme’s; the tempo shares its list.'),
  ],
  beijingCredit: [
    cited(
      0,
      'The nine grades come from outside as they are, and no rule leans on where they are described.',
    ),
  ],
  beijingCreditFour: [cited(0, 'The nine grades are only what the four are collapsed from.')],
  beijingEtownBudget: [draftCap],
  beijingEtownTier: ['A', 'C', 'D'].map(
    (): Known => [
      'level-without-band gates',
      'Only what B is was published; the other tiers are named and not said.',
    ],
  ),
  chinaAuthorityCap: [draftCap],
  chinaFood2016: [
    [
      'no-sunset overrides.0',
      'Who has kept the rules for years, or is certified, falls a level; the rule states no end.',
    ],
  ],
  chinaFood2022: [
    [
      'no-sunset overrides.0',
      'Who has kept the rules for years, or is certified, falls a level; the rule states no end.',
    ],
  ],
  chinaPostLicence: [draftCap],
  chinaTaxCredit: [
    [
      'cap-cuts total.min',
      'Deductions beyond 100 points are lost: a score below 0 is not spoken of.',
    ],
    cited(5, 'The successor of the rule is named, and nothing is taken from it.'),
  ],
  euIndustrialEmissions: [
    cited(2, 'Gaps at risks in between are left to the member states, so no rule says them.'),
  ],
  euIndustrialEmissionsTempo: [cited(1, 'The additional visit is the scheme’s override.')],
  euMajorHazardsTempo: [
    [
      'no-sunset reliance.0',
      'An appraisal programme stands for the yearly visit as long as there is one.',
    ],
    cited(1, 'The additional visit is the scheme’s override.'),
  ],
  exampleCredit: [
    ['missing-rewarded terms.4.missing', 'A firm without a tax grade is not punished for it.'],
  ],
  exampleRisk: [
    ...[1, 2, 4].map(
      (i): Known => [
        `missing-rewarded terms.${i}.missing`,
        'Facts nobody gave count half, so that nobody is punished who was not asked.',
      ],
    ),
    ['cap-cuts parts.0.max', 'The static points are cut at 40 on purpose.'],
  ],
  germanyBarometer: [['cap-cuts parts.2.max', 'AVV IV prints 40 where its rows make 43.']],
  germanyFood: [['cap-cuts parts.3.max', 'AVV IV prints 40 where its rows make 43.']],
  hkFoodTempo: ['licensed', 'suspended-7-days', 'suspended-14-days', 'cancelled'].map(
    (level): Known => [
      `tempo-empty levels.${level}`,
      'How often premises without a certificate are visited was not read.',
    ],
  ),
  impelRisk: [
    [
      'cap-cuts total.max',
      'The score ends at the highest class, and a bad record cannot raise it further.',
    ],
    [
      'cap-cuts total.min',
      'The score ends at the lowest class, and a good record cannot lower it further.',
    ],
    ['value-unused values.3', 'The inspection effort is told in the account and decides no class.'],
  ],
  iso2859: [
    cited(
      1,
      'The score by which inspection is reduced stands in a counter, which has no cite of its own.',
    ),
    cited(2, 'Inspection resumes by a step, which has no cite of its own.'),
  ],
  italyAfterCompliant: [
    ['tempo-empty levels.any', 'The rule only says when no check may come.'],
    reliance(0),
  ],
  chinaTaxDraws: [draftCap],
  chinaThreeMonths: [draftCap],
  italyLowRiskCap: [draftCap],
  italyTenMonths: [draftCap],
  polandDayCap: [draftCap],
  ukraineGapCap: [draftCap],
  vietnamCrossKind: [draftCap],
  jiangxiCityPolluters: [
    [
      'often-turns-round levels.B.ratio',
      'The least share of B, 1 %, is below the 20 % of C, which may be drawn by officers instead.',
    ],
  ],
  kazakhstanRisk: [
    ...[0, 1].map(
      (i): Known => [
        `missing-rewarded terms.${i}.missing`,
        'Where no requirement was checked there is no share of violations to score.',
      ],
    ),
    ['cap-cuts total.max', 'The rule ends its score at 100.'],
    ['undecided bands', 'Shares of violations are quotients of numbers without an upper end.'],
  ],
  nycRestaurant: ['terms.0', 'total', 'bands'].map(
    (path): Known => [
      `undecided ${path}`,
      'Points are a sum of four counts with more than a hundred million combinations.',
    ],
  ),
  russiaCategoryTempo: [
    ['never-visited levels.low.cap', 'At low risk there are no planned checks: the law says so.'],
    reliance(0),
  ],
  russiaPercent: [['undecided ', 'The percentage is a quotient of numbers without an upper end.']],
  russiaPoints: [['undecided bands', 'The points come from outside and have no upper end.']],
  russiaPointsTempo: [
    ['never-visited levels.low.cap', 'At low risk there are no planned checks: the law says so.'],
  ],
  shanxiCoal: [
    [
      'often-turns-round levels.D.cap',
      'Coal mines of degree D lie idle, and fewer visits are right.',
    ],
  ],
  twoInspections: [draftCap],
  ukFoodHygiene2008: [
    ['edge-unattained bands.1.from', 'FSA’s 31 is 30 and one point more, and no table makes 31.'],
    ['value-unused values.0', 'Counted for the rating that is made of the same visit.'],
  ],
  ukFoodHygiene2014: [
    ['edge-unattained bands.1.from', 'FSA’s 31 is 30 and one point more, and no table makes 31.'],
    ['value-unused values.0', 'Counted for the rating that is made of the same visit.'],
  ],
  ukPermitCompliance: [cited(1, 'The principles are named, and nothing is taken from them.')],
  usFoodFacilities2011: [reliance(0)],
  usFoodFacilities2016: [reliance(0)],
  usFoodFacilities2018: [reliance(0)],
  usRentalHomes: [reliance(0), reliance(1)],
  vietnamCap: [draftCap],
};
