/** What the analysis finds in documents of the library that are as they should be, by id, with the reason. */
export const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // A firm without a tax grade is not punished for it.
  'example-credit': ['missing-rewarded'],
  // Facts nobody gave count half; the static points are cut at 40 on purpose.
  'example-risk': ['cap-cuts', 'missing-rewarded'],
  'example-matrix': [],
  'example-sampling': [],
  // The pilot states no last day.
  'beijing-two-inspections': ['no-sunset'],
};
