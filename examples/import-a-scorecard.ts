// A scorecard of another system becomes a dated scheme: the same points, with every reason.

import { reasonCodes, schemeFromPmml, XML_OPTIONS } from 'evenhand/interchange';
import { compileScheme, rate } from 'evenhand/scoring';
import { XMLParser } from 'fast-xml-parser';

const file = `<?xml version="1.0"?>
<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
  <DataDictionary>
    <DataField name="exits" optype="continuous" dataType="integer"/>
    <DataField name="use" optype="categorical" dataType="string">
      <Value value="office"/><Value value="kitchen"/>
    </DataField>
  </DataDictionary>
  <Scorecard modelName="fire-score" functionName="regression" initialScore="40"
    reasonCodeAlgorithm="pointsBelow" baselineScore="20">
    <MiningSchema><MiningField name="exits"/><MiningField name="use"/></MiningSchema>
    <Characteristics>
      <Characteristic name="exits" reasonCode="FEW-EXITS">
        <Attribute partialScore="5">
          <SimplePredicate field="exits" operator="lessThan" value="2"/>
        </Attribute>
        <Attribute partialScore="30">
          <SimplePredicate field="exits" operator="greaterOrEqual" value="2"/>
        </Attribute>
      </Characteristic>
      <Characteristic name="use" reasonCode="OPEN-FLAMES">
        <Attribute partialScore="-2.5">
          <SimplePredicate field="use" operator="equal" value="kitchen"/>
        </Attribute>
        <Attribute partialScore="20"><True/></Attribute>
      </Characteristic>
    </Characteristics>
  </Scorecard>
</PMML>`;

const options = {
  xml: new XMLParser(XML_OPTIONS),
  id: 'fire-score',
  version: '2026',
  from: '2026-01-01',
  levels: {
    scale: { id: 'fire-score', levels: ['good', 'poor'], worse: 'last' as const },
    direction: 'more-is-better' as const,
    bands: [{ level: 'poor' }, { from: '60', level: 'good' }],
  },
};

const read = schemeFromPmml(file, options);
if (read.ok) {
  const kitchen = { facts: { exits: 1, use: 'kitchen' }, lists: [], events: [] };
  const rating = rate(compileScheme(read.value.scheme), kitchen, { asOf: '2026-06-01' });
  if ('level' in rating && read.value.reasonCodes !== undefined) {
    console.log(`${rating.score} points: ${rating.level}`);
    for (const { code, points, difference } of reasonCodes(rating, read.value.reasonCodes)) {
      console.log(`${code}: ${points} points, ${difference} below the baseline`);
    }
  }
}

// What a scheme cannot say is refused by name, with its line; nothing is guessed.
const transformed = `<LocalTransformations>
      <DerivedField name="twice" optype="continuous" dataType="integer"><FieldRef field="exits"/></DerivedField>
    </LocalTransformations>`;
const derived = file.replace('<Characteristics>', `${transformed}\n    <Characteristics>`);
const refused = schemeFromPmml(derived, options);
if (!refused.ok) {
  for (const { code, row, params } of refused.issues) {
    console.log(`line ${row}: ${code} ${params['given']}`);
  }
}
