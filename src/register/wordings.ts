/** What the cells of a Chinese export say, and the word of the register for it. */
export const STATE_WORDINGS: Readonly<Record<string, string>> = {
  存续: 'active',
  在营: 'active',
  在业: 'active',
  开业: 'active',
  停业: 'closed',
  歇业: 'closed',
  注销: 'deregistered',
  吊销: 'revoked',
  迁出: 'moved-out',
};

export const RANK_WORDINGS: Readonly<Record<string, string>> = { 一般: 'general', 重点: 'key' };

export const METHOD_WORDINGS: Readonly<Record<string, string>> = {
  现场: 'on-site',
  书面: 'written',
  非现场: 'off-site',
  网络: 'network',
};

export const BOOLEAN_WORDINGS: Readonly<Record<string, boolean>> = {
  true: true,
  TRUE: true,
  是: true,
  1: true,
  false: false,
  FALSE: false,
  否: false,
  0: false,
};
