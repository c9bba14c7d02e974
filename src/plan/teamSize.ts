/** The fewest persons of a team (行政处罚法 Art 42: two qualified officers). */
export const TEAM = 2;
